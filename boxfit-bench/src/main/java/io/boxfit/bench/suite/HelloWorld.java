package io.boxfit.bench.suite;

/** The least that a JVM can do: what starting up costs anybody. */
public final class HelloWorld {
  private HelloWorld() {}

  /** Says hello. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
