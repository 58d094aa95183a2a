#ifndef NO_LOCALE_DATA_H
#define NO_LOCALE_DATA_H

#include <stdint.h>

/** A package of ICU's data: its header, and a table of contents that counts no entries. */
struct NoLocaleData {
    uint16_t headerSize;
    uint8_t magic[2];
    struct {
        uint16_t size;
        uint16_t reserved;
        uint8_t isBigEndian;
        uint8_t charsetFamily;
        uint8_t sizeofUChar;
        uint8_t reservedByte;
        uint8_t dataFormat[4];
        uint8_t formatVersion[4];
        uint8_t dataVersion[4];
    } info;
    uint8_t padding[8];
    uint32_t count;
    uint32_t reserved;
};

#endif
