// Records what the committed style sheet was built from, so that a test can tell an unrecorded edit.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const target = new URL("../site_core/static/site_core/", import.meta.url);
const builtFrom = JSON.parse(readFileSync(new URL("package.json", import.meta.url))).devDependencies;
const sha256 = (name) => createHash("sha256").update(readFileSync(new URL(name, target))).digest("hex");
const files = Object.fromEntries(["site.css", "LICENSE.govuk-frontend.txt"].map((name) => [name, sha256(name)]));
const record = { name: "govuk-frontend", version: builtFrom["govuk-frontend"], sass: builtFrom.sass, licence: "MIT", files };
writeFileSync(new URL("VENDOR.json", target), `${JSON.stringify(record, null, 2)}\n`);
