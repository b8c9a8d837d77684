/**
 * Computes by when the office answers: working days from now, in the office's time zone.
 * `handover/reply_calendar.py` gives the calendar.
 */

import { fill } from "../page/strings.js";

/**
 * @typedef {{timezone: string, days: number[], closes: Record<string, number>,
 *   holidays: string[], until: string}} Calendar
 */

const DAY = 86_400_000; // ms

/**
 * The last day on which an answer to a question asked at `now` keeps the promise; null when the
 * answer lies beyond the calendar. The day comes back as midnight UTC.
 *
 * A question that arrives after closing, or on a day off, counts as asked on the next working day.
 * @param {Date} now
 * @param {number} workingDays
 * @param {Calendar} calendar
 */
export function replyDate(now, workingDays, calendar) {
  const { day, minute } = officeTime(now, calendar.timezone);
  const isLate = minute >= (calendar.closes[weekdayNumber(day)] ?? Infinity);
  let left = workingDays;
  for (let time = isLate ? day + DAY : day; iso(time) <= calendar.until; time += DAY) {
    const isWorkingDay = calendar.days.includes(weekdayNumber(time)) && !calendar.holidays.includes(iso(time));
    if (isWorkingDay && left === 0) return new Date(time);
    if (isWorkingDay) left -= 1;
  }
  return null;
}

/**
 * Returns the promise to a visitor who writes now: a date, or the plain limit if none is known.
 * @param {{calendar: Calendar, replyDays: number | null, promise: string | null,
 *   strings: Record<string, string>}} config
 * @param {Date} now
 */
export function promiseText({ calendar, replyDays, promise, strings }, now) {
  if (replyDays === null || promise === null) return "";
  const day = replyDate(now, replyDays, calendar);
  return day === null
    ? fill(strings.reply_promise, { promise })
    : fill(strings.reply_promise_date, { date: fullDate(day, strings) });
}

/**
 * `Kamis, 3 Desember 2026`.
 * @param {Date} day
 * @param {Record<string, string>} strings
 */
export function fullDate(day, strings) {
  const weekday = strings.weekdays.split(",")[weekdayNumber(day.getTime()) - 1];
  const month = strings.months.split(",")[day.getUTCMonth()];
  return `${weekday}, ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
}

/**
 * The office's day, as midnight UTC, and the minute of that day.
 * @param {Date} now
 * @param {string} timeZone
 */
function officeTime(now, timeZone) {
  const numeric = /** @type {const} */ ("numeric");
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric };
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...fields });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const day = Date.UTC(parts.year, parts.month - 1, parts.day);
  return { day, minute: parts.hour * 60 + parts.minute };
}

/** @param {number} time */
const weekdayNumber = (time) => new Date(time).getUTCDay() || 7;

/** @param {number} time */
const iso = (time) => new Date(time).toISOString().slice(0, 10);
