// Boxes of a Boxfit model in a second runtime (WebAssembly): after `npm ci --ignore-scripts`,
//   node boxes.mjs MODEL.onnx PICTURES.rgb WIDTH HEIGHT
// PICTURES.rgb holds pictures one after the other, rows of red, green, blue bytes.
// Prints a JSON array of [xMin, yMin, xMax, yMax]; where the model rounds, those before rounding.
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web';

const [model, pictures, width, height] = process.argv.slice(2);
ort.env.wasm.numThreads = 1;
const bytes = new Uint8Array(readFileSync(pictures));
const count = bytes.length / (width * height * 3);
const session = await ort.InferenceSession.create(readFileSync(model), { executionProviders: ['wasm'] });
const image = new ort.Tensor('uint8', bytes, [count, Number(height), Number(width), 3]);
const { box, boxUnrounded } = await session.run({ image });
const sides = (boxUnrounded ?? box).data;
const boxes = Array.from({ length: count }, (_, i) => Array.from(sides.slice(4 * i, 4 * i + 4)));
console.log(JSON.stringify(boxes));
