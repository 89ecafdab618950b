package io.boxfit.predict;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Direct buffers for reuse: making one costs more than filling it, and its memory comes back only
 * with a garbage collection. Safe for several threads.
 */
final class BufferPool {
  /** A buffer above this size is rare enough to be made anew each time. */
  private static final int KEPT_BYTES = 16 << 20;

  private static final int KEPT_BUFFERS = 8;

  private final Deque<ByteBuffer> free = new ArrayDeque<>();

  /** An empty buffer with room for at least the given bytes; give it back after use. */
  ByteBuffer take(int bytes) {
    ByteBuffer buffer;
    synchronized (free) {
      buffer = free.poll();
    }
    if (buffer == null || buffer.capacity() < bytes) {
      return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    return buffer.clear();
  }

  void giveBack(ByteBuffer buffer) {
    if (buffer.capacity() > KEPT_BYTES) {
      return;
    }
    synchronized (free) {
      if (free.size() < KEPT_BUFFERS) {
        free.push(buffer);
      }
    }
  }
}
