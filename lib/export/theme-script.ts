/** Runs before the first paint, inline, the same on every page: a remembered day or night shift wins over the system's. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("floorwalk-theme");if(t=="day"||t=="night")document.documentElement.dataset.theme=t}catch(e){}`
