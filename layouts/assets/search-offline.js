// Opened from disk, a page may not load modules, the search among them: say so, and what to do.
if (location.protocol === "file:") document.getElementById("search-offline").hidden = false;
