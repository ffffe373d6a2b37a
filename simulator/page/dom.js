// Builds the page from values. Text only ever becomes text nodes: nothing that anybody writes can become markup.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  attach: "M16.5 6.5v9a4.5 4.5 0 0 1-9 0v-10a3 3 0 0 1 6 0v9.5a1.5 1.5 0 0 1-3 0V7",
  send: "M4 12l16-8-5 17-3.5-7zM11.5 14L20 4",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  quiet: "M6 16V11a6 6 0 0 1 9-5.2M18 11v5l1.5 2H9M4 4l16 16M10.5 21h3",
  keys: "M3 7h18v10H3zM7 10.5h.1M11 10.5h.1M15 10.5h.1M8 14h8",
  menu: "M12 5.5h.1M12 12h.1M12 18.5h.1",
  pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  play: "M8 5.5l11 6.5-11 6.5z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  pin: "M12 21c5-6 7-8.7 7-12a7 7 0 0 0-14 0c0 3.3 2 6 7 12zM12 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.1",
  voice: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 12a6 6 0 0 0 12 0M12 18v3",
  film: "M4 6h11v12H4zM15 10l5-3v10l-5-3",
  down: "M6 10l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
};

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  drawing.append(path);
  return drawing;
}

const ZONE = "Asia/Makassar";
const clockTime = new Intl.DateTimeFormat("id-ID", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" });
const longDay = new Intl.DateTimeFormat("id-ID", { timeZone: ZONE, weekday: "long", day: "numeric", month: "short", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("id-ID", { timeZone: ZONE, weekday: "long", day: "numeric", month: "long" });

export const timeOf = (moment) => clockTime.format(moment).replace(":", ".");
export const dayOf = (moment) => shortDay.format(moment);
export const hourOf = (moment) => `${longDay.format(moment)} · ${timeOf(moment)} WITA`;

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;
}
