// Signed numbers for what Verilator writes. Its own functions extend a sign with masks, at which C++ compilers do not see what is meant; conversions
// and shifts become single instructions. In a core of 256 products that is a sixth of all instructions.
#pragma once
#include <cstdint>

#include "verilated.h"

// The low bits of a value as a number with a sign; bits beyond do not matter.
static inline std::int32_t vta_signed(int bits, IData value) {
    if (bits == 8) return static_cast<std::int8_t>(value);
    if (bits == 16) return static_cast<std::int16_t>(value);
    return static_cast<std::int32_t>(value << (32 - bits)) >> (32 - bits);
}

#define VL_EXTENDS_II(to, from, value) static_cast<IData>(vta_signed(from, value))

// The product as unsigned, since the low bits are the same and nothing overflows.
#define VL_MULS_III(bits, left, right) (static_cast<IData>(vta_signed(bits, left)) * static_cast<IData>(vta_signed(bits, right)))
