package io.boxfit.bench.doctor.peer;

import java.util.List;

/** A tool of others, by its published rules: what it would have said of a training. */
public interface Peer {

  /** As its authors write it. */
  String name();

  /** Complaints in the tool's own words, in its order; empty where it is content. */
  List<Complaint> examine(Observed training);
}
