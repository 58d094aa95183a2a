-- How long a mentor session took.

alter table public.daily_sessions add column duration_minutes int default 0 not null
  constraint "duration_minutes must be at least 0" check (duration_minutes >= 0);
