/** What both are asked, by chapter of DMN 1.5; `scope` below is in sight. */
export const expressions: readonly string[] = `
1 + 2 * 3
(1 + 2) * 3
7 - 10
2 ** 3
2 ** 3 ** 2
-2 ** 2
10 / 4
1 / 0
0.1 + 0.2
-n
- (n + 1)
1 + null
null + null
"a" + "b"
"a" + 1
"a" + null
1.5e3
.5
true
null
"中文" + "村"
"quote \\" and \\\\ and \\n"
"\\u4e2d"
n
missing
missing.inner
person.name
person.address.city
person.missing
people.name
people.age
n = 5
n != 5
n < 6
n <= 5
n > 5
n >= 5
n = null
null = null
null != null
null != 1
1 = "1"
"a" < "b"
"b" < "a"
1 < "a"
1 < null
null < null
true = true
true = false
[1,2] = [1,2]
[1,2] = [2,1]
{a: 1} = {a: 1}
{a: 1} = {a: 2}
{a: 1} = {b: 1}
true and true
true and false
true and null
false and null
null and null
true or null
false or null
false or false
1 and true
1 or true
"a" or false
not(true)
not(null)
not(1)
if n > 3 then "big" else "small"
if null then 1 else 2
if "a" then 1 else 2
if missing > 3 then 1 else 2
n between 1 and 5
n between 6 and 7
n between null and 7
missing between 1 and 2
n in [1..5]
n in [1..5)
n in (5..9]
n in ]4..6[
n in (1, 5, 9)
n in (> 4)
n in (< 4, > 9)
n in > 4
n in [1, 5]
n in [1, 2]
n in 5
"b" in ["a", "b"]
"b" in ["a".."c"]
date("2026-08-24") in [date("2026-08-01")..date("2026-08-31")]
null in [1, 2]
[1, 2, 3][1]
[1, 2, 3][-1]
[1, 2, 3][4]
[1, 2, 3][0]
[1, 2, 3][item > 1]
[1, 2, 3][item > 9]
people[age > 30].name
people[age > 30][1].name
people[name = "乙"].age
people[item.age < 40].name
people[missing = 1]
n[1]
5[item > 3]
null[1]
[][1]
for x in [1, 2, 3] return x * 2
for x in 1..4 return x
for x in 4..1 return x
for x in [1, 2], y in [10, 20] return x + y
for x in [1, 2], y in 1..x return y
for x in people return x.name
for x in [] return x
for x in null return x
for x in 1..3 return count(partial)
some x in [1, 2, 3] satisfies x > 2
some x in [1, 2, 3] satisfies x > 3
every x in [1, 2, 3] satisfies x > 0
every x in [1, 2, 3] satisfies x > 1
every x in [] satisfies x > 1
some x in [] satisfies x > 1
some x in [1, 2], y in [2, 3] satisfies x = y
{a: 1, b: a + 1}
{a: 1, b: a + 1}.b
{"a b": 2}
{}
[]
[1, [2, 3], {a: 4}]
is defined(n)
is defined(missing)
string length("中文abc")
string length("")
string length(null)
upper case("aBc")
lower case("aBc")
contains("foobar", "ob")
contains("foobar", "x")
contains(null, "x")
starts with("foobar", "foo")
ends with("foobar", "bar")
substring("foobar", 3)
substring("foobar", 3, 2)
substring("foobar", -2)
substring("foobar", -2, 1)
substring(string: "foobar", start position: 2)
substring before("foobar", "bar")
substring before("foobar", "x")
substring after("foobar", "foo")
substring after("foobar", "x")
split("a;b;c", ";")
split("abc", "x")
string join(["a", "b", "c"], ", ")
string join(["a", "b"])
string join(["a", null, "c"], "-")
string join([], "-")
string join([1, 2], "-")
count([1, 2, 3])
count([])
count(null)
count(7)
sum([1, 2, 3])
sum(1, 2, 3)
sum([])
sum([1, null])
sum([1, "a"])
min([3, 1, 2])
min(3, 1)
min([])
max([3, 1, 2])
max([1, null])
mean([1, 2, 3])
mean([])
product([2, 3, 4])
all([true, true])
all([true, null])
all([true, false])
any([false, true])
any([false, null])
floor(1.7)
floor(-1.7)
ceiling(1.2)
ceiling(-1.2)
round up(5.5, 0)
round up(-5.5, 0)
round up(1.121, 2)
round down(5.5, 0)
round down(-5.5, 0)
round half up(5.5, 0)
round half up(-5.5, 0)
round half up(1.126, 2)
round half down(5.5, 0)
decimal(1 / 3, 2)
decimal(2.5, 0)
abs(-4)
abs(null)
modulo(12, 5)
modulo(-12, 5)
modulo(12, -5)
modulo(-12, -5)
modulo(1, 0)
sqrt(16)
odd(3)
even(3)
append([1], 2)
append([1], 2, 3)
concatenate([1, 2], [3])
list contains([1, 2], 2)
list contains([1, 2], 3)
list contains([1, null], null)
index of([1, 2, 1], 1)
index of([1, 2], 9)
distinct values([1, 2, 1, "a", "a"])
union([1, 2], [2, 3])
flatten([1, [2, [3]]])
reverse([1, 2, 3])
sublist([1, 2, 3], 2)
sublist([1, 2, 3], 1, 2)
sublist([1, 2, 3], -2)
remove([1, 2, 3], 2)
sort([3, 1, 2], function(a, b) a < b)
sort([3, 1, 2], function(a, b) a > b)
sort(people, function(a, b) a.age < b.age).name
get value({a: 1}, "a")
get value({a: 1}, "b")
get entries({a: 1, b: 2})
string(1.5)
string(true)
string("a")
string([1, "a"])
string({a: 1})
string(date("2026-08-24"))
number("12.5")
number("1,234.5", ",", ".")
number("1.234,5", ".", ",")
number("x")
date("2026-08-24")
date("2026-02-30")
date("x")
date(2026, 8, 24)
date(2026, 2, 30)
date("2024-02-29")
date("2026-08-24").year
date("2026-08-24").month
date("2026-08-24").day
date("2026-08-24").weekday
date("2026-08-24") = date("2026-08-24")
date("2026-08-24") < date("2026-08-25")
date(day) < date("2027-01-01")
date("2026-08-24") + duration("P1D")
date("2026-08-31") + duration("P1M")
date("2026-01-31") + duration("P1M")
date("2024-02-29") - duration("P1Y")
date("2026-08-24") - date("2026-08-20")
(date("2026-08-24") - date("2026-08-20")).days
date("2026-08-24") - duration("P7D")
duration("P1D") + duration("PT12H")
duration("P1Y2M")
duration("P1Y2M").years
duration("P1Y2M").months
duration("P1DT2H3M4S").hours
duration("P1D") = duration("PT24H")
duration("P1D") < duration("P2D")
duration("P1D") * 3
duration("P1Y") / 2
- duration("P1D")
duration("x")
duration("P3D") > duration("P1M")
years and months duration(date("2025-01-15"), date("2026-08-14"))
years and months duration(date("2026-08-14"), date("2025-01-15"))
date and time("2026-08-24T10:30:00+08:00")
date and time("2026-08-24T10:30:00Z")
date and time("2026-08-24T10:30:00Z") = date and time("2026-08-24T18:30:00+08:00")
date and time("2026-08-24T10:30:00+08:00").hour
date and time("2026-08-24T10:30:00+08:00") + duration("PT30M")
date and time("2026-08-24T10:30:00Z") - date and time("2026-08-23T10:30:00Z")
date(date and time("2026-08-24T10:30:00+08:00"))
time("10:30:00")
time("10:30:00").minute
time("10:30:00") < time("11:00:00")
time("23:30:00") + duration("PT1H")
time("25:00:00")
@"2026-08-24"
@"P3D"
@"10:30:00"
day of week(date("2026-08-24"))
day of year(date("2026-12-31"))
month of year(date("2026-08-24"))
n instance of number
"a" instance of string
null instance of number
date("2026-08-24") instance of date
count(people[age >= 18]) / count(people) >= 2 / 3
if sum(people.age) > 100 then upper case(person.name) else null
some p in people satisfies p.age > 60 and p.name != "甲"
string(n) + " 票"
`
  .trim()
  .split('\n');

export const scope = {
  n: 5,
  day: '2026-08-24',
  person: { name: 'Li', address: { city: '漯河' } },
  people: [
    { name: '甲', age: 25 },
    { name: '乙', age: 35 },
    { name: '丙', age: 65 },
  ],
};
