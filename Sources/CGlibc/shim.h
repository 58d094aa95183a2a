// What of glibc goes beyond the C standard and POSIX, and the module Glibc leaves out.
#include <malloc.h>
#include <sys/xattr.h>

// From <stdio.h> with _GNU_SOURCE. https://man7.org/linux/man-pages/man2/rename.2.html
int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
enum { CODEFORGE_RENAME_NOREPLACE = 1, CODEFORGE_RENAME_EXCHANGE = 2 };

// From <fcntl.h> with _GNU_SOURCE. https://man7.org/linux/man-pages/man2/F_SETLEASE.2const.html
enum { CODEFORGE_SETLEASE = 1024, CODEFORGE_SETSIG = 10 };

// From <spawn.h> with _GNU_SOURCE; its first argument is a posix_spawn_file_actions_t.
// https://man7.org/linux/man-pages/man3/posix_spawn.3.html
int posix_spawn_file_actions_addchdir_np(void *actions, const char *path);

// From <sys/stat.h> with _GNU_SOURCE. https://man7.org/linux/man-pages/man2/statx.2.html
#include <linux/stat.h>
int statx(int folder, const char *name, int flags, unsigned int mask, struct statx *facts);

// A file's inode and when it was made; -1 where there is none, or the file system does not keep it.
static inline int codeforge_birth(
    const char *path, unsigned long long *inode, long long *seconds, unsigned int *nanoseconds)
{
    struct statx facts;
    const int current_folder = -100;
    if (statx(current_folder, path, 0, STATX_INO | STATX_BTIME, &facts) != 0) return -1;
    if ((facts.stx_mask & STATX_BTIME) == 0) return -1;
    *inode = facts.stx_ino;
    *seconds = facts.stx_btime.tv_sec;
    *nanoseconds = facts.stx_btime.tv_nsec;
    return 0;
}
