import { expect, it } from "vitest";
import { contentStems } from "../../src/search/terms.ts";
import { arraysOf, termsFor } from "../support/searching.ts";

it("names with one small letter before a capital are one word, and other compounds are their parts and the whole", () => {
  expect(contentStems("gRPC")).toEqual(["grpc"]);
  expect(contentStems("iPhone")).toEqual(["iphon"]);
  expect(contentStems("Node.js")).toEqual(["node", "js", "nodej"]);
  expect(contentStems("camelCase")).toEqual(["camel", "case", "camelcas"]);
});

it("a compound asks for little more than any other name, whichever way the pages write it", () => {
  const pages = ["Lua runs programs", "A node of a tree", "Programs in js"];
  const ideal = (question: string, ...more: string[]): number =>
    termsFor(arraysOf(...pages, ...more), question).ideal;
  const name = ideal("What is Lua?", "Perl runs");
  expect(ideal("What is Node.js?", "Node.js runs")).toBeLessThan(1.8 * name);
  // Its parts are two names where the whole stands nowhere.
  expect(ideal("What is Node.js?", "Perl runs")).toBeLessThan(2.3 * name);
});
