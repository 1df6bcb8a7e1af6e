"""Asks a model of Stoffprobe from another language, through TensorFlow's C API and nothing else.

    python3 classify.py LIBRARY MODEL_FOLDER IMAGES

LIBRARY is TensorFlow's own (libtensorflow_cc.so.2, or libtensorflow.so from tensorflow.org), IMAGES a file
of uint8 pixels, image after image; for a model that sees colour, of each pixel red, green and blue. Prints
a row of probabilities an image. Whoever has the package tensorflow needs three lines instead: they stand in
the model's MODEL.md.
"""

import ctypes
import json
import math
import os
import sys
from ctypes import byref, c_char_p, c_float, c_int, c_int64, c_size_t, c_void_p

UINT8 = 4


class Output(ctypes.Structure):
    _fields_ = [("operation", c_void_p), ("index", c_int)]


def library(path):
    tf = ctypes.CDLL(path)
    for name in "NewStatus NewGraph NewSessionOptions AllocateTensor TensorData LoadSessionFromSavedModel".split():
        getattr(tf, "TF_" + name).restype = c_void_p
    tf.TF_GraphOperationByName.restype = c_void_p
    tf.TF_Message.restype = c_char_p
    return tf


def main(tensorflow, folder, images):
    with open(os.path.join(folder, "model.json"), encoding="utf-8") as file:
        model = json.load(file)
    sizes = model["input"]["shape"][1:]  # height and width, in colour a 3 behind
    classes = len(model["classes"])
    with open(images, "rb") as file:
        pixels = file.read()
    count = len(pixels) // math.prod(sizes)

    tf = library(tensorflow)
    status, graph = c_void_p(tf.TF_NewStatus()), c_void_p(tf.TF_NewGraph())

    def check():
        if tf.TF_GetCode(status):
            sys.exit(tf.TF_Message(status).decode())

    saved = os.path.join(folder, "saved_model").encode()
    tags = (c_char_p * 1)(b"serve")
    session = c_void_p(
        tf.TF_LoadSessionFromSavedModel(
            c_void_p(tf.TF_NewSessionOptions()), None, saved, tags, 1, graph, None, status
        )
    )
    check()

    shape = (c_int64 * (1 + len(sizes)))(count, *sizes)
    tensor = c_void_p(tf.TF_AllocateTensor(UINT8, shape, len(shape), c_size_t(len(pixels))))
    ctypes.memmove(tf.TF_TensorData(tensor), pixels, len(pixels))
    given = Output(tf.TF_GraphOperationByName(graph, b"images"), 0)
    wanted = Output(tf.TF_GraphOperationByName(graph, b"probabilities"), 0)
    answer = c_void_p()
    tf.TF_SessionRun(
        session, None, byref(given), byref(tensor), 1, byref(wanted), byref(answer), 1, None, 0, None, status
    )
    check()
    rows = ctypes.cast(tf.TF_TensorData(answer), ctypes.POINTER(c_float))
    for i in range(count):
        print(" ".join(repr(rows[i * classes + k]) for k in range(classes)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
