// Talks to the control API: the same calls that tests make.

export async function call(method, path, fields) {
  const answer = await fetch(`/control${path}`, {
    method,
    headers: fields ? { "content-type": "application/json" } : {},
    body: fields ? JSON.stringify(fields) : undefined,
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
}

export const read = (path) => call("GET", path);
export const act = (phone, name, fields = {}) => call("POST", `/phones/${phone}/${name}`, fields);

// One stream for the whole page. It reconnects by itself and then says "afresh".
export function follow(heard, state) {
  const stream = new EventSource("/control/live");
  stream.addEventListener("message", (event) => heard(JSON.parse(event.data)));
  stream.addEventListener("open", () => state(true));
  stream.addEventListener("error", () => state(false));
}
