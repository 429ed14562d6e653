"""The addresses of pictures and of what is said of them, which are answered without a session (`config.lean`)."""

from django.urls import path

from archive.interop import image_api, presentation
from archive.public import pictures

urlpatterns = [
    # Tiles come by the hundred: they are looked for first.
    path("iiif/3/<str:key>/<str:region>/<str:size>/<str:rotation>/<str:file_name>", image_api.image, name="iiif-image"),
    path("pictures/<str:key>/<str:file_name>", pictures.picture, name="picture"),
    path("iiif/3/<str:key>", image_api.base, name="iiif-image-base"),
    path("iiif/3/<str:key>/info.json", image_api.info, name="iiif-info"),
    path("iiif/3/photos/<str:number>/manifest.json", presentation.manifest, name="iiif-manifest"),
    path("iiif/3/collections/<str:kind>/<str:value>/collection.json", presentation.collection, name="iiif-collection"),
]
