// SPDX-License-Identifier: Apache-2.0
// The functions that a proxy script may call, beside dnsResolve and myIpAddress, which the program gives.
function isPlainHostName(host) { return host.indexOf('.') < 0 }
function dnsDomainIs(host, domain) { return host.length >= domain.length && host.slice(-domain.length) === domain }
function localHostOrDomainIs(host, name) { return host === name || name.indexOf(host + '.') === 0 }
function isResolvable(host) { return dnsResolve(host) !== null }
function dnsDomainLevels(host) { return host.split('.').length - 1 }
function convert_addr(address) {
  var bytes = address.split('.')
  return bytes.length === 4 ? bytes.reduce(function (sum, byte) { return sum * 256 + (byte & 255) }, 0) : 0
}
function isInNet(host, net, mask) {
  var address = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host : dnsResolve(host)
  return address !== null && (convert_addr(address) & convert_addr(mask)) === (convert_addr(net) & convert_addr(mask))
}
function shExpMatch(text, pattern) {
  var safe = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')
  return new RegExp('^' + safe + '$').test(text)
}
function inRange(value, from, to) { return from <= to ? from <= value && value <= to : from <= value || value <= to }
function ranged(args, now) {
  var given = Array.prototype.slice.call(args)
  var gmt = given[given.length - 1] === 'GMT'
  return { words: gmt ? given.slice(0, -1) : given, at: now(gmt) }
}
function weekdayRange() {
  var days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
  var range = ranged(arguments, function (gmt) { return gmt ? new Date().getUTCDay() : new Date().getDay() })
  var numbers = range.words.map(function (day) { return days.indexOf(day) })
  return inRange(range.at, numbers[0], numbers[numbers.length - 1])
}
function timeRange() {
  var range = ranged(arguments, function (gmt) {
    var d = new Date()
    return gmt ? d.getUTCHours() * 3600 + d.getUTCMinutes() * 60 + d.getUTCSeconds()
      : d.getHours() * 3600 + d.getMinutes() * 60 + d.getSeconds()
  })
  var half = range.words.length / 2
  var seconds = function (words) { return (words[0] || 0) * 3600 + (words[1] || 0) * 60 + (words[2] || 0) }
  if (range.words.length === 1) { return Math.floor(range.at / 3600) === range.words[0] }
  return inRange(range.at, seconds(range.words.slice(0, half)), seconds(range.words.slice(half)))
}
function dateRange() {
  var months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
  var range = ranged(arguments, function (gmt) {
    var d = new Date()
    return gmt ? { day: d.getUTCDate(), month: d.getUTCMonth(), year: d.getUTCFullYear() }
      : { day: d.getDate(), month: d.getMonth(), year: d.getFullYear() }
  })
  var part = function (word) { return typeof word === 'string' ? 'month' : word > 31 ? 'year' : 'day' }
  var number = function (word) { return typeof word === 'string' ? months.indexOf(word) : word }
  var parts = range.words.slice(0, Math.ceil(range.words.length / 2)).map(part)
  var rank = function (value) {
    return ['year', 'month', 'day'].reduce(function (sum, name) {
      return parts.indexOf(name) < 0 ? sum : sum * (name === 'year' ? 1 : 40) + value(name)
    }, 0)
  }
  var side = function (words) {
    return rank(function (name) { return number(words[words.map(part).indexOf(name)]) })
  }
  var half = range.words.length > 1 ? range.words.length / 2 : 1
  var from = range.words.slice(0, half)
  var to = range.words.length > 1 ? range.words.slice(half) : from
  return inRange(rank(function (name) { return range.at[name] }), side(from), side(to))
}
