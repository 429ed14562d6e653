"""The demonstration collection: invented gifts with drawn pictures, to try the archive on. See data/ for its words."""
