import { drawExponential } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import { type PlantedEffects, plantedEffects } from "./planted-effects";
import { advancePerson, drawLeaving, drawPerson, type Person } from "./simulated-manager";

/** The people who held one post outside of account management, one after the other, with vacancies between them. */
export function simulatePost(
  random: Generator,
  monthCount: number,
  effects: PlantedEffects = plantedEffects,
): Person[] {
  const people: Person[] = [];
  let month = -Math.min(200, Math.floor(drawExponential(random, 1 / 58)));
  while (month < monthCount) {
    const person = drawPerson(random, month, monthCount);
    people.push(person);
    for (let at = Math.max(0, month); at < monthCount; at++) {
      advancePerson(random, person, at, false);
      const reason = at + 1 < monthCount ? drawLeaving(effects, random, person, at, 0) : null;
      if (!reason) continue;
      person.leaveReason = reason;
      person.leftAt = at + 1;
      break;
    }
    if (person.leaveReason === null) break;
    month = person.leftAt + 1 + Math.floor(drawExponential(random, effects.vacancyRate));
  }
  return people;
}

/** Someone who has been there for long and stays. */
export function simulateHead(random: Generator, monthCount: number, hiredAt: number): Person {
  const person = drawPerson(random, hiredAt, monthCount);
  for (let at = Math.max(0, hiredAt); at < monthCount; at++) advancePerson(random, person, at, false);
  return person;
}
