/* A device for tests. Generated from the register map Device. */
#ifndef DEVICE_REGISTERS_H
#define DEVICE_REGISTERS_H

#include <stdint.h>

/* What it is and does. */
#define DEVICE_STATUS_OFFSET 0x00000000u
#define DEVICE_STATUS_RESET 0x00005a00u
/* VERSION: what it is (constant) */
#define DEVICE_STATUS_VERSION_SHIFT 8
#define DEVICE_STATUS_VERSION_MASK 0x0000ff00u
/* LEVEL: words that wait (read-only) */
#define DEVICE_STATUS_LEVEL_SHIFT 0
#define DEVICE_STATUS_LEVEL_MASK 0x0000001fu

/* How it works. */
#define DEVICE_CONTROL_OFFSET 0x00000004u
#define DEVICE_CONTROL_RESET 0x00003451u
/* CLEAR: forgets what waits (pulse) */
#define DEVICE_CONTROL_CLEAR_SHIFT 31
#define DEVICE_CONTROL_CLEAR_MASK 0x80000000u
/* ENABLE: works while set (read-write) */
#define DEVICE_CONTROL_ENABLE_SHIFT 0
#define DEVICE_CONTROL_ENABLE_MASK 0x00000001u
/* DIVISOR: cycles of a bit (read-write) */
#define DEVICE_CONTROL_DIVISOR_SHIFT 4
#define DEVICE_CONTROL_DIVISOR_MASK 0x0000fff0u

/* What has happened. */
#define DEVICE_EVENTS_OFFSET 0x00000010u
#define DEVICE_EVENTS_RESET 0x00000080u
/* EVENTS: what has happened (write one to clear) */
#define DEVICE_EVENTS_EVENTS_SHIFT 6
#define DEVICE_EVENTS_EVENTS_MASK 0x000003c0u

/* What has come. */
#define DEVICE_QUEUE_OFFSET 0x00000020u
#define DEVICE_QUEUE_RESET 0x00000000u
/* DATA: the next word (read-only) */
#define DEVICE_QUEUE_DATA_SHIFT 0
#define DEVICE_QUEUE_DATA_MASK 0xffffffffu

/* What is to go. */
#define DEVICE_SEND_OFFSET 0x00000024u
#define DEVICE_SEND_RESET 0x00000000u
/* SENT: a word to send (pulse) */
#define DEVICE_SEND_SENT_SHIFT 0
#define DEVICE_SEND_SENT_MASK 0x0000ffffu

struct device_registers {
  const volatile uint32_t STATUS;
  volatile uint32_t CONTROL;
  uint32_t reserved_8[2];
  volatile uint32_t EVENTS;
  uint32_t reserved_14[3];
  volatile uint32_t QUEUE;
  volatile uint32_t SEND;
};

#endif
