/**
 * Runs before the first paint, inline, the same on every page. A remembered day or night shift wins over the system's; the
 * display face comes late unless this tab has had it before. An address with a question is marked, so that a page which
 * answers it need not show first what it shows without one. The enhancement script, named in `data-enhance`,
 * waits until the page has loaded and been drawn: nothing that a reader came for stands behind it on a slow line.
 */
export const EARLY_SCRIPT = `{let d=document,r=d.documentElement.dataset,o=d.currentScript.dataset;try{let t=localStorage.getItem("floorwalk-theme");if(t=="day"||t=="night")r.theme=t;if(!sessionStorage.getItem("floorwalk-face"))r.late=""}catch(e){}if(location.search)r.asked="";addEventListener("load",()=>setTimeout(()=>import(o.enhance),120))}`
