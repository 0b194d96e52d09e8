"""The line icons of the public pages, drawn on a 24 by 24 ground and coloured by the text around them."""

ICON_PATHS: dict[str, str] = {
    "arrow": "M5 12h14M13 6l6 6-6 6",
    "building": "M4 21V4h10v17M14 9h6v12M2 21h20M7.5 8h3M7.5 12h3M7.5 16h3M17 13v0M17 17v0",
    "calendar": "M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4",
    "chat": "M4 4h16v12H11l-5 4v-4H4zM8 9h8M8 12h5",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
    "close": "M6 6l12 12M18 6L6 18",
    "e_service": "M3 5h18v11H3zM8 20h8M12 16v4M9 10.5l2 2 4-4",
    "form": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "in_person": "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2 20c0-4 2.5-6 6-6s6 2 6 6M16 6a3 3 0 1 1 0 6M17 14q5 1 5 6",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v0",
    "language": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "mail": "M3 6h18v12H3zM3 7l9 7 9-7",
    "person": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4 3.5-6 8-6s8 2 8 6",
    "phone": "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
    "place": "M12 21c5-6 7-9 7-12a7 7 0 0 0-14 0c0 3 2 6 7 12zM12 6.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
    "video": "M3 6h12v12H3zM15 10.5l6-3.5v10l-6-3.5z",
    "web": "M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9",
}
