import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

declare const process: { argv: string[] };

type InitiativeStatus = components["schemas"]["InitiativeStatus"];

function told(one: InitiativeStatus): string {
  const rating = one.ratings[0].value;
  const assessor: string = rating.assessor ?? "nobody named";
  const holder: string | undefined = one.sro?.value.holder?.person;
  return `${one.name.value}: ${rating.rating} by ${assessor}, held by ${holder}, alerts [${one.alerts.join(", ")}]`;
}

const client = createClient<paths>({
  baseUrl: process.argv[2],
  headers: { Authorization: process.argv[3] },
});
const { data, error } = await client.GET("/api/v1/portfolios/{portfolio}/status", {
  params: { path: { portfolio: "PF" }, query: { asOf: "2026-02-20" } },
});
if (error) throw new Error(error.detail);
console.log(told(data.items[0]));
