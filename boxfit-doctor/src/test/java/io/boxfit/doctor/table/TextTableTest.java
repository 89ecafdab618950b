package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  @TempDir java.nio.file.Path folder;

  private BoxTable read(String text) {
    return Tables.read(folder, "boxes.csv", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3.5,4\n5,6,-7,8\n",
        "1;2;3.5;4\n5;6;-7;8",
        "1\t2\t3.5\t4\n5\t6\t-7\t8\n",
        "1 2 3.5 4\n5 6 -7 8\n",
        "  1   2 3.50   4 \r\n  5   6  -7   8\r\n",
        "1, 2, 3.5e0, 4\r5, 6, -7., 8\r",
        "\ufeff1,2,3.5,4\r\n\r\n5,6,-7,8\r\n",
        "# made by numpy\n1,2,3.5,4\n# more\n5,6,-7,8\n",
        "[1, 2, 3.5, 4]\n[5, 6, -7, 8]\n",
        "[1, 2, 3.5, 4],\n[5, 6, -7, 8]\n",
        "(1, 2, 3.5, 4)\n(5, 6, -7, 8)\n",
        "[1 2 3.5 4]\n[5 6 -7 8]\n",
        "[[ 1.   2.   3.5  4. ]\n [ 5.   6.  -7.   8. ]]\n",
        "\"1\",\"2\",\"3.5\",\"4\"\n\"5\",\"6\",\"-7\",\"8\"\n",
        "\"[1, 2, 3.5, 4]\"\n\"[5, 6, -7, 8]\"\n",
        "a,b,c,d\n1,2,3.5,4\n5,6,-7,8\n",
        "w;h;x;y\n3.5;4;1;2\n-7;8;5;6\n",
        "ymin,xmin,ymax,xmax\n1,2,3.5,4\n5,6,-7,8\n",
        "Confidence,XMin,XMax,YMin,YMax\n1,1,3.5,2,4\n1,5,-7,6,8\n",
        "0,1,2,3\n1,2,3.5,4\n5,6,-7,8\n",
        ",0,1,2,3\n0,1,2,3.5,4\n1,5,6,-7,8\n",
        "box\n\"[1, 2, 3.5, 4]\"\n\"[5, 6, -7, 8]\"\n",
        "\"xmin\" \"ymin\" \"xmax\" \"ymax\"\n\"1\" 1 2 3.5 4\n\"2\" 5 6 -7 8\n",
        "score,XMin,YMin,XMax,YMax\n1,1,2,3.5,4\n1,5,6,-7,8\n",
        "pred_0\tpred_1\tpred_2\tpred_3\tloss\n1\t2\t3.5\t4\t9\n5\t6\t-7\t8\t9\n",
        "class,bbox_x,bbox_y,bbox_w,bbox_h\ncat,1,2,3.5,4\ndog,5,6,-7,8\n",
        "xmin,ymin,xmax,ymax,confidence,class,name\n1,2,3.5,4,1,0,cat\n5,6,-7,8,1,0,cat\n",
        "xmin,ymin,xmax,ymax,animal\n1,2,3.5,4,cat\n5,6,-7,8,cat\n",
        "name,xmin,ymin,xmax,ymax\ncat,1,2,3.5,4\n,5,6,-7,8\n",
      })
  void rowsWithoutIds(String text) {
    BoxTable table = read(text);
    assertEquals(List.of(), table.ids());
    assertEquals(2, table.size());
    assertArrayEquals(new double[] {1, 2, 3.5, 4}, table.rows().get(0));
    assertArrayEquals(new double[] {5, 6, -7, 8}, table.rows().get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.png,1,2,3.5,4\n\"c, \"\"d\"\".png\",5,6,-7,8\n",
        "a b.png;1;2;3.5;4\n\"c, \"\"d\"\".png\";5;6;-7;8\n",
        "\"a b.png\" 1 2 3.5 4\n\"c, \"\"d\"\".png\" 5 6 -7 8\n",
        "a b.png,[1, 2, 3.5, 4]\n\"c, \"\"d\"\".png\",[5, 6, -7, 8]\n",
        "image,\"box\"\na b.png,\"[1, 2, 3.5, 4]\"\n\"c, \"\"d\"\".png\",\"(5 6 -7 8)\"\n",
        "x1,y1,x2,y2,image_id\n1,2,3.5,4,a b.png\n5,6,-7,8,\"c, \"\"d\"\".png\"\n",
        "what,left,top,right,bottom\na b.png,1,2,3.5,4\n\"c, \"\"d\"\".png\",5,6,-7,8\n",
        """
        filename,width,height,class,xmin,ymin,xmax,ymax
        a b.png,200,100,cat,1,2,3.5,4
        "c, ""d"".png",9,9,dog,5,6,-7,8
        """,
        """
        class,id,x_center,y_center,width,height,score
        0,a b.png,1,2,3.5,4,1
        0,"c, ""d"".png",5,6,-7,8,1
        """,
        """
        name,x1,y1,x2,y2
        a b.png,1,2,3.5,4
        "c, ""d"".png",5,6,-7,8
        """,
        """
        name,x1,y1,x2,y2,image
        cat,1,2,3.5,4,a b.png
        cat,5,6,-7,8,"c, ""d"".png"
        """,
        """
        id,image_width,image_height,predX,predY,predW,predH
        a b.png,200,100,1,2,3.5,4
        "c, ""d"".png",200,100,5,6,-7,8
        """,
      })
  void rowsWithIds(String text) {
    BoxTable table = read(text);
    assertEquals(List.of("a b.png", "c, \"d\".png"), table.ids());
    assertArrayEquals(new double[] {1, 2, 3.5, 4}, table.rows().get(0));
    assertArrayEquals(new double[] {5, 6, -7, 8}, table.rows().get(1));
  }

  /** A class, then centre and size in shares: as YOLO writes its labels. */
  @Test
  void aClassBeforeSharesIsNoId() {
    BoxTable table = read("0 0.5 0.25 1 0.5\n12 0.5 0.5 0.125 0\n0 0.1 0.2 0.3 nan\n");
    assertEquals(List.of(), table.ids());
    assertArrayEquals(new double[] {0.5, 0.25, 1, 0.5}, table.rows().get(0));
    assertArrayEquals(new double[] {0.5, 0.5, 0.125, 0}, table.rows().get(1));
    table = read("class,cx,cy,w,h\n0,0.5,0.25,1,0.5\n1,0.5,0.5,0.125,0\n");
    assertEquals(List.of(), table.ids());
    assertArrayEquals(new double[] {0.5, 0.25, 1, 0.5}, table.rows().get(0));
  }

  @Test
  void numbersMayBeIdsWhereNamed() {
    BoxTable table = read("id,x,y,w,h\n007,1,2,3,4\n8,1,2,3,4\n");
    assertEquals(List.of("007", "8"), table.ids());
  }

  @Test
  void whatIsNoNumberIsReadAsPrograms() {
    BoxTable table = read("img,nan,NaN,-inf,Infinity\nb,,-nan,+Inf,1e999\nc,NA,None,null,-1E-3\n");
    assertEquals(List.of("img", "b", "c"), table.ids());
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {nan, nan, -inf, inf}, table.rows().get(0));
    assertArrayEquals(new double[] {nan, nan, inf, inf}, table.rows().get(1));
    assertArrayEquals(new double[] {nan, nan, nan, -1e-3}, table.rows().get(2));
  }

  @Test
  void whatNumpyPrintsAndSaves() {
    for (String name : List.of("printed.txt", "savetxt.txt")) {
      Tables.requireGolden(Tables.golden(name));
    }
  }

  private void refused(String text, String... parts) {
    String message = Tables.refusal(folder, "boxes.csv", text);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void refusalsNameLineAndColumn() {
    refused("1,2,3,4\n1,2,oops,4\n", "boxes.csv:2, column 3: 'oops' is not a number");
    refused("1,2,abc,4\n", "boxes.csv:1, column 3: 'abc'");
    refused("id,x,y,w,h\n\na,1,2,3,4\nb,1,2,3,?\n", "boxes.csv:4, column 5: '?'");
    refused("1;2;3;4\n1,5;2;3;4\n", "boxes.csv:2, column 1: '1,5' has a decimal comma");
    refused("1,2,3,4\n1,2,3\n", "boxes.csv:2: the number of columns is 3", "before it 4");
    refused("1 2 3 4\n\n1 2 3 4 5\n", "boxes.csv:3: the number of columns is 5");
    refused("a,1,2,3,4\nb,1,2,3,4\na,1,2,3,4\n", ":3: the id 'a' stands in line 1 ");
    refused("id,x,y,w,h\n,1,2,3,4\n", "boxes.csv:2, column 1: the id is missing");
    refused("id,box\na,\"[1, 2, 3]\"\n", "boxes.csv:2, column 2: '[1, 2, 3]' is not a list");
    refused("\"1,2,3,4\n5,6,7,8\n", "boxes.csv:1, column 1: a quote is opened and never closed");
    refused("\"1\"2,3,4\n", "boxes.csv:1, column 1: text follows a closing quote");
  }

  @Test
  void refusalsAskWhichColumnsAreTheBox() {
    refused("0,1,2,3,4\n1,1,2,3,4\n", "five columns of numbers without names");
    refused("0 1 2 3 4\n0 5 2 3 4\n", "five columns of numbers without names");
    refused("0 0.1 0.2 0.3 0.4\n1 0.1 0.2 0.3 0.4\n", "five columns", "class,cx,cy,w,h");
    refused("0 0.1 0.2 0.3 0.4\n0 0.1 0.2 0.3 1.4\n", "five columns of numbers without names");
    refused("0.5 0.1 0.2 0.3 0.4\n0.5 0.1 0.2 0.3 0.4\n", "five columns of numbers");
    refused("1,2,3\n", "boxes.csv:1: 3 columns and no header line");
    refused("7\n", "boxes.csv:1: 1 column and no header line");
    refused("a,b,c,d,e\n1,2,3,4,5\n", "'a', 'b', 'c', 'd', 'e': which four are the box?");
    refused(
        "x1,y1,x2,y2,pred_x1,pred_y1,pred_x2,pred_y2\n1,2,3,4,5,6,7,8\n",
        "names two boxes, 'x1', 'y1', 'x2', 'y2' and 'pred_x1'");
    refused("x,y,w,h,x\n1,2,3,4,5\n", "boxes.csv:1, column 5: the name 'x' stands there twice");
  }

  @Test
  void refusalsOfNothing() {
    refused("", "boxes.csv: holds no rows");
    refused("\n\n# nothing\n", "boxes.csv: holds no rows");
    refused("id,x,y,w,h\n", "boxes.csv:1: no rows follow the header line");
  }

  @Test
  void refusalsOfWhatIsEndless() {
    refused("1,2,3," + "4".repeat(10_000), "column 4: a cell of more than 4096 characters");
    refused("1,".repeat(10_000), "more than 1024 columns");
  }
}
