package io.boxfit.data.annotation;

import java.io.IOException;

/** Receives the annotations of a set one by one, in order; complete once closed. */
interface AnnotationSink extends AutoCloseable {

  void add(Annotation annotation) throws IOException;

  @Override
  void close() throws IOException;
}
