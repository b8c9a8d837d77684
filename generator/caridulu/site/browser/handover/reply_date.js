/**
 * By when the office answers: working days from now, in the office's own time.
 * `handover/reply_calendar.py` gives the calendar.
 */

import { fill } from "../page/strings.js";

/**
 * @typedef {{timezone: string, days: number[], closes: Record<string, number>,
 *   holidays: string[], until: string}} Calendar
 */

const DAY = 86_400_000;

/**
 * The last day on which an answer to a question asked at `now` keeps the promise; null when the
 * answer lies beyond the calendar. The day comes back as midnight UTC.
 * @param {Date} now
 * @param {number} workingDays
 * @param {Calendar} calendar
 * @returns {Date | null}
 */
export function replyDate(now, workingDays, calendar) {
  const { day, minute } = officeTime(now, calendar.timezone);
  let time = day;
  if (isClosed(day, minute, calendar)) time += DAY;
  let left = workingDays;
  for (; iso(time) <= calendar.until; time += DAY) {
    if (!isWorkingDay(time, calendar)) continue;
    if (left === 0) return new Date(time);
    left -= 1;
  }
  return null;
}

/**
 * What to promise a visitor who writes now: a date, or the plain limit when no date is known.
 * @param {{calendar: Calendar, replyDays: number | null, promise: string | null,
 *   strings: Record<string, string>}} config
 * @param {Date} now
 * @returns {string}
 */
export function promiseText(config, now) {
  if (config.replyDays === null || config.promise === null) return "";
  const day = replyDate(now, config.replyDays, config.calendar);
  return day === null
    ? fill(config.strings.reply_promise, { promise: config.promise })
    : fill(config.strings.reply_promise_date, { date: fullDate(day, config.strings) });
}

/**
 * `Kamis, 3 Desember 2026`.
 * @param {Date} day
 * @param {Record<string, string>} strings
 * @returns {string}
 */
export function fullDate(day, strings) {
  const weekday = strings.weekdays.split(",")[weekdayNumber(day.getTime()) - 1];
  const month = strings.months.split(",")[day.getUTCMonth()];
  return `${weekday}, ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
}

/**
 * @param {Date} now
 * @param {string} timezone
 * @returns {{day: number, minute: number}}
 */
function officeTime(now, timezone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(now);
  /** @param {string} type */
  const part = (type) => Number(parts.find((each) => each.type === type)?.value);
  const day = Date.UTC(part("year"), part("month") - 1, part("day"));
  return { day, minute: part("hour") * 60 + part("minute") };
}

/**
 * @param {number} day
 * @param {number} minute
 * @param {Calendar} calendar
 */
function isClosed(day, minute, calendar) {
  const closes = calendar.closes[String(weekdayNumber(day))];
  return closes !== undefined && minute >= closes;
}

/**
 * @param {number} time
 * @param {Calendar} calendar
 */
function isWorkingDay(time, calendar) {
  return calendar.days.includes(weekdayNumber(time)) && !calendar.holidays.includes(iso(time));
}

/** @param {number} time */
function weekdayNumber(time) {
  return new Date(time).getUTCDay() || 7;
}

/** @param {number} time */
function iso(time) {
  return new Date(time).toISOString().slice(0, 10);
}
