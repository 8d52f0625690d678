import { describe, expect, it } from "vitest";
import { createMeasurements } from "../../../adapters/node/metrics.ts";

describe("measurements", () => {
  it("counts under a prefix, with the labels it is given", async () => {
    const { metrics, exposition } = createMeasurements();
    metrics.count("answers_total", { kind: "found", reason: "" });
    metrics.count("answers_total", { kind: "found", reason: "" });
    metrics.count("questions_received_total");
    const text = await exposition.text();
    expect(exposition.contentType).toContain("text/plain");
    expect(text).toContain('docent_answers_total{kind="found",reason=""} 2');
    expect(text).toContain("docent_questions_received_total 1");
    expect(text).toContain("# HELP docent_answers_total Answers by kind, silences by reason");
  });

  it("observes times in seconds and shares in tenths", async () => {
    const { metrics, exposition } = createMeasurements();
    metrics.observe("answer_seconds", 0.003, { kind: "found" });
    metrics.observe("answer_confidence", 0.85, { kind: "found" });
    const text = await exposition.text();
    expect(text).toContain('docent_answer_seconds_bucket{le="0.0025",kind="found"} 0');
    expect(text).toContain('docent_answer_seconds_bucket{le="0.005",kind="found"} 1');
    expect(text).toContain('docent_answer_confidence_bucket{le="0.8",kind="found"} 0');
    expect(text).toContain('docent_answer_confidence_bucket{le="0.9",kind="found"} 1');
  });

  it("adds up buckets, sums and counts as Prometheus wants them, and goes on after a scrape", async () => {
    const { metrics, exposition } = createMeasurements();
    for (const value of [0.001, 0.003, 7, 60]) metrics.observe("send_seconds", value);
    expect(await exposition.text()).toContain("# TYPE docent_send_seconds histogram");
    metrics.observe("send_seconds", 0.003);
    const lines = (await exposition.text()).split("\n").filter((one) => one.includes("send_s"));
    expect(lines.slice(2)).toEqual([
      ...["0.001", "0.0025"].map((le) => `docent_send_seconds_bucket{le="${le}"} 1`),
      ...["0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5"].map(
        (le) => `docent_send_seconds_bucket{le="${le}"} 3`,
      ),
      'docent_send_seconds_bucket{le="10"} 4',
      'docent_send_seconds_bucket{le="+Inf"} 5',
      "docent_send_seconds_sum 67.007",
      "docent_send_seconds_count 5",
    ]);
    expect(() => metrics.observe("send_seconds", Number.NaN)).toThrow(/send_seconds/u);
  });

  it("stays small whatever is put into a label", async () => {
    const { metrics, exposition } = createMeasurements();
    for (let count = 0; count < 10_000; count += 1) {
      metrics.count("attacks_total", { name: `name-${count}`, kind: 'a\n"b' });
      metrics.observe("attack_seconds", 1, { name: `name-${count}` });
    }
    const text = await exposition.text();
    expect(text.split("\n").filter((line) => line.startsWith("docent_")).length).toBeLessThan(
      1_000,
    );
    expect(text).toContain('docent_attacks_total{name="other",kind="other"} 9936');
    expect(text).not.toContain("name-9999");
  });

  it("keeps a metric's labels as it was first used, and fills in those that are missing", async () => {
    const { metrics, exposition } = createMeasurements();
    metrics.count("votes_total", { vote: "helpful" });
    metrics.count("votes_total", { vote: "helpful", person: "p1" });
    metrics.count("votes_total");
    const text = await exposition.text();
    expect(text).toContain('docent_votes_total{vote="helpful"} 2');
    expect(text).toContain('docent_votes_total{vote=""} 1');
    expect(text).not.toContain("p1");
  });

  it("asks for a gauge's number at each scrape", async () => {
    const { exposition, gauge } = createMeasurements();
    let waiting = 3;
    gauge("questions_in_flight", "Questions that have not ended", () => waiting);
    expect(await exposition.text()).toContain("docent_questions_in_flight 3");
    waiting = 0;
    expect(await exposition.text()).toContain("docent_questions_in_flight 0");
  });

  it("tells how the process itself is doing", async () => {
    const text = await createMeasurements().exposition.text();
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
    expect(text).toContain("process_resident_memory_bytes");
  });

  it("lets two of them live in one process", async () => {
    const [one, other] = [createMeasurements(), createMeasurements()];
    one.metrics.count("votes_total", { vote: "helpful" });
    expect(await other.exposition.text()).not.toContain("votes_total");
  });
});
