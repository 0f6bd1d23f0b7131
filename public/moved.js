// A page that has moved sends its readers on, to the section that they came for.
location.replace(document.currentScript.dataset.to + location.search + location.hash)
