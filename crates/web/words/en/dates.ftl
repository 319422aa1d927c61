# How dates and times are written.
date-day = { $day } { $month } { $year }
date-short = { $day } { $short } { $year }
date-near = { $weekday } { $day } { $month }
date-moment = { $day } { $short } { $year }, { $time }
date-near-moment = { $weekday } { $day } { $month }, { $time }

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

month-short-january = Jan
month-short-february = Feb
month-short-march = Mar
month-short-april = Apr
month-short-may = May
month-short-june = June
month-short-july = July
month-short-august = Aug
month-short-september = Sept
month-short-october = Oct
month-short-november = Nov
month-short-december = Dec

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
