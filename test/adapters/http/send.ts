import { request } from "node:http";

/** `fetch` keeps some headers to itself; this sends what it is told, and gives back the status. */
export function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body = "",
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject).end(body);
  });
}
