import { measureSubject } from "./speed/measure-subject.ts";
import { SUBJECTS } from "./speed/subjects.ts";

// The child process of `bench/speed.ts`: one subject on one folder, a line of JSON.
const [name, folder = ""] = process.argv.slice(2);
const subject = SUBJECTS.find((one) => one === name);
if (subject === undefined) throw new Error(`${name} is none of ${SUBJECTS.join(", ")}`);
process.stdout.write(`${JSON.stringify(await measureSubject(subject, folder))}\n`);
