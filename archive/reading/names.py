"""The shapes of personal names, ranks and home towns, shared by those who look for people."""

from __future__ import annotations

_WORD = (
    r"(?:(?:Mc|Mac|O['’]|D['’]|de |De |van |Van |von |Von |di "
    r"|Di )?[A-Z][a-zà-öø-ÿ]+(?:['’-][A-Za-z][a-zà-ÿ]+){0,2}|[A-Z][’'-][a-z]+|[A-Z]\.?(?![\w'’])|[\"“][A-Z][a-z]+[\"”])"
)
NAME = rf"(?:{_WORD}(?:\.(?= [A-Z]\.))?)(?: {_WORD}(?:\.(?= [A-Z]\.))?){{0,4}}(?:,? (?:Jr|Sr)\b\.?| I{{2,3}}\b)?"
FULL_NAME = rf"(?:{_WORD}(?:\.(?= [A-Z]\.))?)(?: {_WORD}(?:\.(?= [A-Z]\.))?){{1,4}}(?:,? (?:Jr|Sr)\b\.?| I{{2,3}}\b)?"

_RANKS = (
    r"Generalissimo",
    r"Field Marshal",
    r"Air (?:Chief |Vice[- ])?Marshal",
    r"Air Commodore",
    r"Marshal",
    r"(?:Brig(?:adier)?|Maj(?:or)?|Lt|Lieut(?:enant)?)\.?[ -]?Gen(?:eral|l)?\b\.?",
    r"Brigadier",
    r"Gen(?:eral)?\b\.?",
    r"(?:Lt|Lieut(?:enant)?)\.? ?[- ]?Col(?:onel)?\b\.?",
    r"Col(?:onel)?\b\.?",
    r"(?:Lt|Lieut(?:enant)?)\.? ?(?:Comdr|Cmdr|Commander)\b\.?",
    r"(?:Vice|Rear|Fleet)[ -]Adm(?:iral)?\b\.?",
    r"Adm(?:iral)?\b\.?",
    r"Commodore",
    r"(?:Wing |Group )?(?:Comdr|Cmdr|Commander)\b\.?",
    r"Group Captain",
    r"Squadron Leader|Sqn\.? Ldr\.?|S/Ldr\.?",
    r"Flight Lieutenant|Flt\.? ?Lt\.?|F/Lt?\.?",
    r"(?:Flying|Pilot|Warrant|Flight) Officer|F/O|P/O|W/O|W\.O\.|CWO|WO\b",
    r"(?:Chief )?Petty Officer",
    r"Ens(?:ign)?\b\.?",
    r"(?:1st|2nd|2d|First|Second) (?:Lt|Lieut(?:enant)?)\b\.?",
    r"Sub-Lieutenant",
    r"Maj(?:or)?\b\.?",
    r"Capt(?:ain)?\b\.?",
    r"Lt\b\.?(?: ?\(jg\))?|Lieut(?:enant)?\b\.?",
    r"(?:1st|First|Master|Technical|Tech|Staff|Flight|Gunnery) ?S(?:gt|ergeant)\b\.?",
    r"[MTS]/Sgt\b\.?|[MTS]Sgt\b\.?",
    r"S(?:gt|ergeant)\b\.?",
    r"T(?:ec)?[/ ][345]\b\.?|Tec\.? [345]",
    r"(?:Lance )?(?:Cpl|Corp(?:oral)?)\b\.?",
    r"Pfc\b\.?|PFC|Private First Class",
    r"Pvt\b\.?|Private",
    r"(?:Leading )?Aircraftman|LAC\b",
    r"Seaman|Gunner|Rifleman|Sapper|Havildar|Jemadar|Subedar|Sepoy|Naik",
)
RANK = rf"(?:{'|'.join(_RANKS)})"

_STATES = (
    "Alabama|Ala|Alaska|Arizona|Ariz|Arkansas|Ark|California|Calif|Cal|Colorado|Colo|Connecticut|Conn|Delaware|Del|Florida|Fla"
    "|Georgia|Ga|Idaho|Illinois|Ill|Indiana|Ind|Iowa|Kansas|Kans|Kan|Kentucky|Ky|Louisiana|La|Maine|Maryland|Md"
    "|Massachusetts|Mass|Michigan|Mich|Minnesota|Minn|Mississippi|Miss|Missouri|Mo|Montana|Mont|Nebraska|Nebr|Neb|Nevada|Nev"
    "|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Okla|Oregon|Ore"
    "|Pennsylvania|Penna|Penn|Pa|Rhode Island|South Carolina|South Dakota|Tennessee|Tenn|Texas|Tex|Utah|Vermont|Vt"
    "|Virginia|Va|Washington|Wash|West Virginia|Wisconsin|Wisc|Wis|Wyoming|Wyo|Hawaii|Ontario|Quebec|Manitoba|Alberta"
    "|Scotland|Wales|England|Victoria|Queensland|Tasmania|New South Wales|NSW"
    "|Vic|Qld|Tas|SA|WA|South Australia|Western Australia|New Zealand"
)
STATE = (
    rf"(?:(?:{_STATES})\b\.?|[NSW]\. ?[A-Z]\.(?: ?[A-Z]\.)?|D\.C\.|(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|IA|IL"
    r"|KS|KY|MA|MD|MI|MN|MO|NC|NE|NJ|NM|NY|OH|OK|PA|SC|TN|TX|UT|VA|WI|WV)\b)"
)
TOWN = r"[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3}"
HOME = rf"(?:\d{{1,5}} [^,\n]{{2,40}}, )?{TOWN}, {STATE}"
