#include "NoLocaleData.h"

/* An empty package of ICU's data, as ICU's own `stubdata` is one.
 *
 * Foundation brings 34 MB of words and formats of all languages, which are half of a static program. This one never
 * asks for any of them: what it shows is English, and its times are written by its own code. Where this object defines
 * the package, the linker leaves the other one in its archive. A Foundation with another version of ICU asks for a
 * package of another name, and brings its own.
 *
 * The layout is that of `DataHeader` and of a "CmnD" table of contents without entries.
 * https://unicode-org.github.io/icu/userguide/icu_data/
 */
__attribute__((visibility("hidden"), aligned(16))) const struct NoLocaleData icudt76_dat = {
    .headerSize = 32,
    .magic = {0xda, 0x27},
    .info = {.size = 20, .sizeofUChar = 2, .dataFormat = {'C', 'm', 'n', 'D'}, .formatVersion = {1}, .dataVersion = {3}},
};
