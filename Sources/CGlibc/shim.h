// What of glibc goes beyond the C standard and POSIX, and the module Glibc leaves out.
#include <malloc.h>

// From <stdio.h> with _GNU_SOURCE. https://man7.org/linux/man-pages/man2/rename.2.html
int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
enum { CODEFORGE_RENAME_NOREPLACE = 1, CODEFORGE_RENAME_EXCHANGE = 2 };

// From <fcntl.h> with _GNU_SOURCE. https://man7.org/linux/man-pages/man2/F_SETLEASE.2const.html
enum { CODEFORGE_SETLEASE = 1024, CODEFORGE_SETSIG = 10 };
