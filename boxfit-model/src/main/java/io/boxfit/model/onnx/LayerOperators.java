package io.boxfit.model.onnx;

import io.boxfit.model.layer.Add;
import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.DepthwiseConv2D;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.Elu;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.Flatten;
import io.boxfit.model.layer.Gelu;
import io.boxfit.model.layer.GlobalAveragePool2D;
import io.boxfit.model.layer.GlobalMaxPool2D;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.LayerNorm;
import io.boxfit.model.layer.LayerTable;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.Linear;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Reshape;
import io.boxfit.model.layer.RoundBox;
import io.boxfit.model.layer.SeparableConv2D;
import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Silu;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.layer.Standardize;
import io.boxfit.model.layer.Tanh;
import io.boxfit.model.layer.TopCells;
import io.boxfit.model.layer.Upsample2D;

/** Which operators stand for each layer; an entry gives the name of the layer's output. */
final class LayerOperators {
  static final LayerTable<Site, String> TABLE =
      LayerTable.<Site, String>builder()
          .on(Conv2D.class, Convolutions::conv2d)
          .on(Conv1D.class, Convolutions::conv1d)
          .on(Dense.class, VectorLayers::dense)
          .on(Flatten.class, VectorLayers::flatten)
          // Nothing happens when the network is used, so nothing is written.
          .on(Dropout.class, (layer, site) -> site.input())
          .on(MaxPool2D.class, Pools::maxPool2d)
          .on(LeakyReLU.class, Activations::leakyRelu)
          .on(Sigmoid.class, (layer, site) -> site.result("Sigmoid", site.inputs()))
          .on(DepthwiseConv2D.class, Convolutions::depthwiseConv2d)
          .on(SeparableConv2D.class, Convolutions::separableConv2d)
          .on(AveragePool2D.class, Pools::averagePool2d)
          .on(GlobalAveragePool2D.class, (layer, site) -> Pools.global("GlobalAveragePool", site))
          .on(GlobalMaxPool2D.class, (layer, site) -> Pools.global("GlobalMaxPool", site))
          .on(Reshape.class, VectorLayers::reshape)
          .on(BatchNorm.class, Normalisations::batchNorm)
          .on(LayerNorm.class, Normalisations::layerNorm)
          .on(Elu.class, Activations::elu)
          .on(Gelu.class, Activations::gelu)
          .on(Silu.class, Activations::silu)
          .on(Tanh.class, (layer, site) -> site.result("Tanh", site.inputs()))
          .on(Softmax.class, Activations::softmax)
          .on(Linear.class, (layer, site) -> site.input())
          .on(GroupNorm.class, Normalisations::groupNorm)
          .on(Standardize.class, Normalisations::standardize)
          .on(Add.class, (layer, site) -> site.result("Add", site.inputs()))
          .on(ReLU.class, (layer, site) -> site.result("Relu", site.inputs()))
          .on(Concat.class, Reshapings::concat)
          .on(Upsample2D.class, Reshapings::upsample2d)
          .on(PixelShuffle1D.class, Reshapings::pixelShuffle1d)
          .on(Marginal.class, Reshapings::marginal)
          .on(CellBoxes.class, CellHeads::cellBoxes)
          .on(TopCells.class, Candidates::topCells)
          .on(BestCandidate.class, Candidates::bestCandidate)
          .on(Enlarge.class, Windows::enlarge)
          .on(CropWindow.class, Windows::cropWindow)
          .on(RoundBox.class, (layer, site) -> site.result("Round", site.inputs()))
          .on(SideStrips.class, Strips::sideStrips)
          .on(SideOffsets.class, Strips::sideOffsets)
          .on(SoftArgmaxBox.class, SideHeads::softArgmaxBox)
          .on(BoxHead.class, BoxHeads::boxHead)
          .build();

  private LayerOperators() {}
}
