// glibc's allocator beyond the C standard, which the module Glibc leaves out.
#include <malloc.h>
