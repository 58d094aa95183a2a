/* Moves a program's wall clock by the seconds that stand in the first eight bytes of the file CLOCK_MOVED_BY, whenever
   they change; its other clocks go on as they are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static volatile const int64_t *moved_by;

__attribute__((constructor)) static void map(void) {
    const char *name = getenv("CLOCK_MOVED_BY");
    int file = name ? open(name, O_RDONLY) : -1;
    void *bytes = file < 0 ? MAP_FAILED : mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
    if (bytes != MAP_FAILED) moved_by = bytes;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, time);
    if (clock == CLOCK_REALTIME && moved_by) time->tv_sec += *moved_by;
    return result;
}

int gettimeofday(struct timeval *time, void *zone) {
    int (*real)(struct timeval *, void *) = dlsym(RTLD_NEXT, "gettimeofday");
    int result = real(time, zone);
    if (moved_by) time->tv_sec += *moved_by;
    return result;
}
