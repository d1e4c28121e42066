// Scores by survey-core. Arguments: its folder, the way ("calculated" or "runner").
// Each line in is a JSON order, each line out its JSON answer; time is CPU time here.
"use strict";
const { createInterface } = require("node:readline");
const [folder, way] = process.argv.slice(2);
const { ExpressionRunner, Model } = require(folder);

function calculated({ questions, overItems, overScores, bands }) {
  const named = { ...overItems, ...overScores };
  for (const id in bands) named[`band_${id}`] = bands[id];
  const calculatedValues = Object.keys(named).map((name) => ({ name, expression: named[name] }));
  const survey = new Model({ elements: questions, calculatedValues });
  const ids = Object.keys(bands);
  return (answers) => {
    survey.data = answers;
    const found = {};
    for (const id of ids) {
      found[id] = [survey.getVariable(id), survey.getVariable(`band_${id}`)];
    }
    return found;
  };
}

function runner({ overItems, overScores, bands }) {
  const made = (all) => Object.entries(all).map(([id, each]) => [id, new ExpressionRunner(each)]);
  const [first, then, last] = [overItems, overScores, bands].map(made);
  return (answers) => {
    const values = {};
    for (const [id, each] of first) values[id] = each.runValues(answers);
    for (const [id, each] of then) values[id] = each.runValues(values);
    const found = {};
    for (const [id, each] of last) found[id] = [values[id], each.runValues(values)];
    return found;
  };
}

let score, responses;
const orders = {
  setUp(rules) {
    score = (way === "runner" ? runner : calculated)(rules);
    return true;
  },
  prepare(order) {
    responses = order.responses;
    return true;
  },
  score: () => responses.map(score),
  time() {
    const before = process.cpuUsage();
    for (const each of responses) score(each);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6 / responses.length;
  },
};

createInterface({ input: process.stdin }).on("line", (line) => {
  const order = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(orders[order.do](order))}\n`);
});
