package io.boxfit.search.article;

import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.network.Network;
import java.util.Optional;

/** What is changed in the article's network between the picture and the four outputs. */
enum Body {
  /** Nothing. */
  AS_TOLD("as told"),
  /** Nothing is dropped. */
  NO_DROPOUT("no dropout") {
    @Override
    Network change(Network told) {
      return told.with("drop", new Dropout(0));
    }
  },
  /** Four times as many units see the whole map. */
  WIDE("dense 800") {
    @Override
    Network change(Network told) {
      return told.with("dense1", new Dense(800, true, Optional.empty(), Optional.empty()));
    }
  },
  /** The dense layer is fed by 16 times fewer places. */
  FEW_PLACES("pool 8") {
    @Override
    Network change(Network told) {
      return told.with("pool", new MaxPool2D(8, 8, Padding.VALID));
    }
  };

  private final String words;

  Body(String words) {
    this.words = words;
  }

  /** The name that tables use. */
  String words() {
    return words;
  }

  Network change(Network told) {
    return told;
  }
}
