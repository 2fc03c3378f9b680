#!/usr/bin/env python3
"""Measures the kernels and one MoE layer of an accelerator, and writes one JSON file that moe-capacity reads.

    python3 tests/device/measure.py --out first.json
    python3 tests/device/measure.py --out second.json --seed 2
    python3 tests/device/measure.py --merge first.json second.json --out chip.json

Needs PyTorch 2.8 or newer; runs on CUDA devices, and on Ascend with torch_npu as far as the operators exist there.
What an installation lacks is listed under `skipped` and never stops the rest. Method: random data, warm-up, several
calls in one device graph where graphs exist, five trials of at least 20 ms; the figure is the median trial, `spread`
is (slowest - fastest) / median. Seconds are of one call; FLOPs count a multiply-add as two; bytes are the least that
the operation moves. Clocks and power limits are left as they are.
"""

import argparse
import datetime
import gc
import json
import math
import platform
import statistics
import subprocess
import time

import torch
import torch.nn.functional as F

try:
    import torch_npu  # noqa: F401

    DEVICE, ACC = 'npu', torch.npu
except ImportError:
    DEVICE, ACC = 'cuda', torch.cuda

FORMAT = 'moe-capacity-kernels/1'
BF16 = torch.bfloat16
TRIALS = 5
TRIAL_SECONDS = 0.02
OUT_OF_TIME = 'time budget spent'

# Published shapes (DeepSeek-V3, GLM-5, Qwen3-235B-A22B, Qwen3-30B-A3B); ids are those of scenarios/models.
MODELS = {
    'deepseek-v3': dict(hidden=7168, heads=128, q_rank=1536, kv_rank=512, nope=128, rope=64, value=128,
                        experts=256, top_k=8, expert=2048, shared=2048, ep=(8, 32)),
    'glm-5': dict(hidden=6144, heads=64, q_rank=2048, kv_rank=512, nope=192, rope=64, value=256,
                  experts=256, top_k=8, expert=2048, shared=2048, ep=(8, 32)),
    'qwen3-235b-a22b': dict(hidden=4096, heads=64, kv_heads=4, head_dim=128,
                            experts=128, top_k=8, expert=1536, shared=0, ep=(4, 16)),
    'qwen3-30b-a3b': dict(hidden=2048, heads=32, kv_heads=4, head_dim=128,
                          experts=128, top_k=8, expert=768, shared=0, ep=(2, 8)),
}


# ---- measuring ----------------------------------------------------------------------------------------------------

class Recorder:
    """Collects points, and what could not be measured with the reason; stops measuring when the budget is spent."""

    def __init__(self, budget, only):
        self.points, self.layers, self.skipped = [], [], []
        self.started, self.budget, self.only = time.time(), budget, only

    def wants(self, section):
        return not self.only or section in self.only

    def skip(self, what, reason):
        self.skipped.append({'what': what, 'reason': str(reason).strip().split('\n')[0][:200]})

    def try_(self, what, work):
        if time.time() - self.started > self.budget:
            return self.skip(what, OUT_OF_TIME)
        try:
            return work()
        except Exception as error:  # a missing operator, too little memory: the other points still count
            self.skip(what, f'{type(error).__name__}: {error}')
        finally:
            gc.collect()
        ACC.empty_cache()
        return None

    def add(self, kind, op, dtype, shape, timed, flops=0, bytes_=0, **more):
        seconds, spread = timed
        name = '-'.join(f'{k}{v}' for k, v in shape.items())
        tag = '-'.join(str(v) for v in more.values())
        self.points.append({'id': '-'.join(x for x in (kind, op, dtype, name, tag) if x), 'kind': kind, 'op': op,
                            'dtype': dtype, **shape, **more, 'seconds': seconds, 'spread': round(spread, 4),
                            'flops': flops, 'bytes': bytes_})


def graphs():
    return hasattr(ACC, 'CUDAGraph') or hasattr(ACC, 'NPUGraph')


def capture(work, calls=1):
    """A device graph of `calls` calls."""
    side = ACC.Stream()
    side.wait_stream(ACC.current_stream())
    with ACC.stream(side):
        for _ in range(2):
            work()
    ACC.current_stream().wait_stream(side)
    graph = ACC.CUDAGraph() if hasattr(ACC, 'CUDAGraph') else ACC.NPUGraph()
    with ACC.graph(graph):
        for _ in range(calls):
            work()
    return graph


def trials(work, calls, first):
    """(seconds of one call, spread) over TRIALS trials of at least TRIAL_SECONDS."""
    repeats = max(1, min(2000, math.ceil(TRIAL_SECONDS / max(first * calls, 1e-6))))
    times = []
    for _ in range(TRIALS):
        start, end = ACC.Event(enable_timing=True), ACC.Event(enable_timing=True)
        start.record()
        for _ in range(repeats):
            work()
        end.record()
        ACC.synchronize()
        times.append(start.elapsed_time(end) / 1e3 / repeats / calls)
    middle = statistics.median(times)
    return middle, (max(times) - min(times)) / middle


def once(work):
    start, end = ACC.Event(enable_timing=True), ACC.Event(enable_timing=True)
    start.record()
    work()
    end.record()
    ACC.synchronize()
    return max(start.elapsed_time(end) / 1e3, 1e-6)


def bench(work, graph=True):
    for _ in range(3):
        work()
    ACC.synchronize()
    first = once(work)
    if not (graph and graphs()):
        return trials(work, 1, first)
    # Enough calls in a graph that its own launch does not count.
    calls = max(1, min(50, math.ceil(3e-4 / first)))
    captured = capture(work, calls)
    captured.replay()
    return trials(captured.replay, calls, once(captured.replay) / calls)


def rand(*shape, scale=1.0):
    return torch.randn(*shape, device=DEVICE, dtype=BF16) * scale


def fused(function):
    """One kernel for a chain of element-wise steps, as training frameworks have it."""
    return torch.compile(function, dynamic=False) if DEVICE == 'cuda' else function


# ---- memory-bound kernels, used alone and inside the layer ----------------------------------------------------------

def _norm(x, gain):
    y = x.float()
    return (y * torch.rsqrt(y.square().mean(-1, keepdim=True) + 1e-6)).to(x.dtype) * gain


def _add_norm(x, y, gain):
    total = x + y
    return total, _norm(total, gain)


def _swiglu(x):
    gate, up = x.chunk(2, -1)
    return F.silu(gate.float()).to(x.dtype) * up


def _rotate(x, cos, sin):
    first, second = x.chunk(2, -1)
    return torch.cat((first * cos - second * sin, second * cos + first * sin), -1)


def _split_rope(qkv, cos, sin, heads, kv_heads, dim):
    q, k, v = qkv.split((heads * dim, kv_heads * dim, kv_heads * dim), -1)
    shape = (*qkv.shape[:2], -1, dim)
    return (_rotate(q.reshape(shape), cos, sin), _rotate(k.reshape(shape), cos, sin), v.reshape(shape).clone())


def _latent_rope(q, kv, k_rope, cos, sin, heads, nope, rope, value):
    q = q.view(*q.shape[:2], heads, nope + rope)
    kv = kv.view(*kv.shape[:2], heads, nope + value)
    q = torch.cat((q[..., :nope], _rotate(q[..., nope:], cos, sin)), -1)
    shared = _rotate(k_rope.unsqueeze(2), cos, sin).expand(-1, -1, heads, -1)
    return q, torch.cat((kv[..., :nope], shared), -1), kv[..., nope:].clone()


def _gather_rows(x, source, weight):
    return x[source] * weight.unsqueeze(-1)


def _gather_sum(rows, places, weight):
    return (rows[places] * weight.unsqueeze(-1)).sum(1)


def _row_dots(rows, places, grad):
    return (rows[places].float() * grad.unsqueeze(1).float()).sum(-1).to(rows.dtype)


def _gate(logits, top_k):
    return torch.topk(torch.sigmoid(logits.float()), top_k, -1)


def _cross_entropy(logits, target):
    return F.cross_entropy(logits.float(), target)


def _add3(a, b, c):
    return a + b + c


def _cast(x, scale):
    return (x.float() * scale).clamp(-448, 448).to(torch.float8_e4m3fn)


def _cast_blocks(x):
    blocks = x.float().view(x.shape[0], -1, 128)
    scale = 448 / blocks.abs().amax(-1, keepdim=True).clamp(min=1e-4)
    return (blocks * scale).to(torch.float8_e4m3fn).view(x.shape), scale


norm, add_norm, swiglu, split_rope, latent_rope = map(fused, (_norm, _add_norm, _swiglu, _split_rope, _latent_rope))
gather_rows, gather_sum, row_dots, cross_entropy = map(fused, (_gather_rows, _gather_sum, _row_dots, _cross_entropy))
add3, cast, cast_blocks = map(fused, (_add3, _cast, _cast_blocks))


# ---- matrix products with their weight gradients ------------------------------------------------------------------

def accumulate(main, grad_out, x):
    """main (FP32) += grad_out^T x, in one kernel where the library has it."""
    if FUSED_WGRAD:
        torch.addmm(main, grad_out.t(), x, out_dtype=torch.float32, out=main)
    else:
        main.add_(grad_out.t() @ x)


def fused_wgrad_works():
    try:
        main = torch.zeros(256, 256, device=DEVICE)
        a, b = rand(512, 256), rand(512, 256)
        torch.addmm(main, a.t(), b, out_dtype=torch.float32, out=main)
        first = main.clone()
        torch.addmm(main, a.t(), b, out_dtype=torch.float32, out=main)
        reference = a.t().float() @ b.float()
        return bool(((first - reference).norm() / reference.norm() < 0.01).item()
                    and ((main - 2 * reference).norm() / reference.norm() < 0.02).item())
    except Exception:
        return False


class Linear(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, main):
        ctx.save_for_backward(x, weight)
        ctx.main = main
        return x @ weight.t()

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        accumulate(ctx.main, grad.reshape(-1, grad.shape[-1]), x.reshape(-1, x.shape[-1]))
        return grad @ weight, None, None


def grouped(a, b, offsets):
    """Rows of `a`, cut at `offsets`, times each expert's matrix; or the products of the cuts of two matrices."""
    if hasattr(torch, '_grouped_mm'):
        return torch._grouped_mm(a, b, offs=offsets)
    return F.grouped_mm(a, b, offs=offsets)


class Grouped(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, main, offsets):
        ctx.save_for_backward(x, weight, offsets)
        ctx.main = main
        return grouped(x, weight.transpose(-2, -1), offsets)

    @staticmethod
    def backward(ctx, grad):
        x, weight, offsets = ctx.saved_tensors
        grad = grad.contiguous()
        ctx.main.add_(grouped(grad.t(), x, offsets))
        return grouped(grad, weight, offsets), None, None, None


class Permute(torch.autograd.Function):
    """Tokens to expert-sorted rows; `source` is each row's token, `places` the rows of each token."""

    @staticmethod
    def forward(ctx, x, source, places, ones):
        ctx.save_for_backward(places, ones)
        return x.index_select(0, source)

    @staticmethod
    def backward(ctx, grad):
        places, ones = ctx.saved_tensors
        return gather_sum(grad, places, ones), None, None, None


class Unpermute(torch.autograd.Function):
    @staticmethod
    def forward(ctx, rows, weight, source, places):
        ctx.save_for_backward(rows, weight, source, places)
        return gather_sum(rows, places, weight)

    @staticmethod
    def backward(ctx, grad):
        rows, weight, source, places = ctx.saved_tensors
        flat = torch.empty_like(weight.flatten())
        flat[places.flatten()] = weight.flatten()
        return gather_rows(grad, source, flat), row_dots(rows, places, grad), None, None


# ---- attention ------------------------------------------------------------------------------------------------------

def attention_backends():
    from torch.nn.attention import SDPBackend
    return {'cudnn': SDPBackend.CUDNN_ATTENTION, 'flash': SDPBackend.FLASH_ATTENTION}


def sdpa(q, k, v, backend):
    """Causal attention of [batch, sequence, heads, width] tensors; values are padded where the kernel needs it."""
    q, k, v = (t.transpose(1, 2) for t in (q, k, v))
    width = v.shape[-1]
    if backend.endswith('-padded'):
        v = F.pad(v, (0, q.shape[-1] - width))
    if DEVICE != 'cuda':
        out = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=q.shape[1] != k.shape[1])
    else:
        from torch.nn.attention import sdpa_kernel
        with sdpa_kernel(attention_backends()[backend.split('-')[0]]):
            out = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=q.shape[1] != k.shape[1])
    return out.transpose(1, 2)[..., :width]


def attention_choices(key, value):
    if DEVICE != 'cuda':
        return ['native']
    return ['cudnn', 'flash'] if key == value else ['cudnn', 'cudnn-padded', 'flash-padded']


def works(q, k, v, backend):
    try:
        out = sdpa(q, k, v, backend)
        torch.autograd.grad(out, (q, k, v), torch.ones_like(out))
        ACC.synchronize()
        return True
    except Exception:
        return False


# ---- sections of kernels --------------------------------------------------------------------------------------------

def gemm_shapes(quick):
    """(M, N, K): square, layers of the models, skinny."""
    shapes = [(n, n, n) for n in (1024, 2048, 4096, 8192)]
    layers = [(4096, 2048), (2048, 4096), (5120, 2048), (9216, 4096), (4096, 8192), (24576, 1536), (32768, 512),
              (7168, 16384), (4096, 7168), (7168, 2048), (2112, 7168), (12288, 6144), (129280, 7168)]
    for n, k in layers:
        for m in (1024, 4096, 16384):
            if m * n < 1.2e9:
                shapes.append((m, n, k))
    shapes += [(m, 7168, 7168) for m in (64, 128, 256, 512)]
    return shapes[:3] if quick else shapes


def measure_gemm(r, quick):
    for m, n, k in gemm_shapes(quick):
        shape, flops = {'m': m, 'n': n, 'k': k}, 2 * m * n * k

        def bf16():
            a, b = rand(m, k), rand(n, k)
            r.add('gemm', 'forward', 'bf16', shape, bench(lambda: a @ b.t()), flops, 2 * (m * k + n * k + m * n))

        def fp8(scaling, fast):
            a, b = rand(m, k).to(torch.float8_e4m3fn), rand(n, k).to(torch.float8_e4m3fn)
            sa = torch.ones((m, 1) if scaling == 'row' else (), device=DEVICE)
            sb = torch.ones((1, n) if scaling == 'row' else (), device=DEVICE)
            if scaling == 'block':
                sa = torch.ones(k // 128, m, device=DEVICE).t()
                sb = torch.ones(n // 128, k // 128, device=DEVICE).t()
            timed = bench(lambda: torch._scaled_mm(a, b.t(), scale_a=sa, scale_b=sb, out_dtype=BF16,
                                                   use_fast_accum=fast))
            r.add('gemm', 'forward', 'fp8', shape, timed, flops, m * k + n * k + 2 * m * n, scaling=scaling,
                  accumulation='fast' if fast else 'precise')

        r.try_(f'gemm bf16 {shape}', bf16)
        if DEVICE == 'cuda':
            r.try_(f'gemm fp8 tensor {shape}', lambda: fp8('tensor', True))
            if m == 4096:
                r.try_(f'gemm fp8 row {shape}', lambda: fp8('row', True))
                r.try_(f'gemm fp8 precise {shape}', lambda: fp8('tensor', False))
                if n % 128 == 0:
                    r.try_(f'gemm fp8 block {shape}', lambda: fp8('block', False))


def measure_wgrad(r, quick):
    """FP32 gradient accumulation: tokens m are the reduced dimension."""
    shapes = [(2048, 4096), (9216, 4096), (4096, 8192), (24576, 1536), (7168, 16384), (4096, 7168), (12288, 6144)]
    for n, k in shapes[:1] if quick else shapes:
        for m in (4096, 8192, 16384):
            shape, flops = {'m': m, 'n': n, 'k': k}, 2 * m * n * k

            def work(op):
                grad, x, main = rand(m, n), rand(m, k), torch.zeros(n, k, device=DEVICE)
                if op == 'weight-gradient-fused':
                    call = lambda: torch.addmm(main, grad.t(), x, out_dtype=torch.float32, out=main)  # noqa: E731
                else:
                    call = lambda: main.add_(grad.t() @ x)  # noqa: E731
                r.add('gemm', op, 'bf16', shape, bench(call), flops, 2 * m * (n + k) + 8 * n * k)

            if FUSED_WGRAD:
                r.try_(f'wgrad fused {shape}', lambda: work('weight-gradient-fused'))
            r.try_(f'wgrad {shape}', lambda: work('weight-gradient'))


def row_counts(experts, rows, skew):
    """Rows of each expert, multiples of 16; lognormal popularity with sigma `skew`."""
    if skew == 0:
        return [rows] * experts
    weights = torch.exp(torch.randn(experts) * skew)
    counts = (weights / weights.sum() * rows * experts / 16).round().long() * 16
    return counts.clamp(min=16).tolist()


def measure_grouped(r, quick):
    cases = [(m['hidden'], m['expert'], name) for name, m in MODELS.items() if name != 'glm-5']
    for hidden, expert, _ in cases[-1:] if quick else cases:
        for experts in (8, 16, 32):
            for rows, skew in ((128, 0), (512, 0), (2048, 0), (512, 0.5), (2048, 0.5)):
                if quick and rows != 512:
                    continue
                counts = row_counts(experts, rows, skew)
                total = sum(counts)
                offsets = torch.tensor(counts, device=DEVICE).cumsum(0).to(torch.int32)
                for n, k in ((2 * expert, hidden), (hidden, expert)):
                    shape = {'experts': experts, 'm': rows, 'n': n, 'k': k}
                    flops = 2 * total * n * k
                    bytes_ = 2 * (total * (n + k) + experts * n * k)
                    more = {'skew': skew, 'busiest': round(max(counts) * experts / total, 3)}

                    def forward():
                        x, w = rand(total, k), rand(experts, n, k)
                        r.add('grouped', 'forward', 'bf16', shape,
                              bench(lambda: grouped(x, w.transpose(-2, -1), offsets)), flops, bytes_, **more)

                    def input_gradient():
                        x, w = rand(total, n), rand(experts, n, k)
                        r.add('grouped', 'input-gradient', 'bf16', shape, bench(lambda: grouped(x, w, offsets)),
                              flops, bytes_, **more)

                    def weight_gradient():
                        x, g, main = rand(total, k), rand(total, n), torch.zeros(experts, n, k, device=DEVICE)
                        r.add('grouped', 'weight-gradient', 'bf16', shape,
                              bench(lambda: main.add_(grouped(g.t(), x, offsets))), flops,
                              2 * total * (n + k) + 8 * experts * n * k, **more)

                    def fp8():
                        x = rand(total, k).to(torch.float8_e4m3fn)
                        w = rand(experts, n, k).to(torch.float8_e4m3fn).transpose(-2, -1)
                        sx, sw = torch.ones(total, device=DEVICE), torch.ones(experts, n, device=DEVICE)
                        call = lambda: torch._scaled_grouped_mm(  # noqa: E731
                            x, w, sx, sw, offs=offsets, out_dtype=BF16, use_fast_accum=True)
                        r.add('grouped', 'forward', 'fp8', shape, bench(call), flops,
                              total * k + experts * n * k + 2 * total * n, **more)

                    r.try_(f'grouped forward {shape} {skew}', forward)
                    if skew == 0:
                        r.try_(f'grouped input gradient {shape}', input_gradient)
                        r.try_(f'grouped weight gradient {shape}', weight_gradient)
                        if DEVICE == 'cuda':
                            r.try_(f'grouped fp8 {shape}', fp8)


def measure_attention(r, quick):
    cases = [('gqa', 64, 4, 128, 128), ('gqa', 32, 8, 128, 128), ('gqa', 64, 8, 64, 64), ('mla', 128, 128, 192, 128),
             ('mla', 64, 64, 256, 256)]
    for kind, heads, kv_heads, key, value in cases[:1] + cases[3:4] if quick else cases:
        for s in (1024, 4096) if quick else (1024, 2048, 4096, 8192, 16384):
            batch = max(1, 4096 // s)
            macs = batch * heads * s * s / 2 * (key + value)
            shape = {'batch': batch, 'sequence': s, 'heads': heads, 'kv_heads': kv_heads, 'key': key, 'value': value}
            for backend in attention_choices(key, value):

                def work():
                    q, k = rand(batch, s, heads, key), rand(batch, s, kv_heads, key)
                    v = rand(batch, s, kv_heads, value)
                    for t in (q, k, v):
                        t.requires_grad_()
                    grad = rand(batch, s, heads, value)
                    both = bench(lambda: torch.autograd.grad(sdpa(q, k, v, backend), (q, k, v), grad))
                    forward = bench(lambda: sdpa(q, k, v, backend))
                    r.add('attention', f'{kind}-forward', 'bf16', shape, forward, 2 * macs, 0, backend=backend)
                    r.add('attention', f'{kind}-backward', 'bf16', shape,
                          (both[0] - forward[0], max(both[1], forward[1])), 5 * macs, 0, backend=backend)

                r.try_(f'attention {shape} {backend}', work)


def both_ways(r, op, shape, forward, inputs, grads, forward_bytes, backward_bytes):
    """Forward and backward of a memory-bound kernel; backward is the pair less the forward pass."""
    for t in inputs:
        t.requires_grad_()

    def pair():
        outs = forward()
        outs = outs if isinstance(outs, tuple) else (outs,)
        return torch.autograd.grad(outs, inputs, grads)

    both, ahead = bench(pair), bench(forward)
    r.add('vector', f'{op}-forward', 'bf16', shape, ahead, 0, forward_bytes)
    r.add('vector', f'{op}-backward', 'bf16', shape, (both[0] - ahead[0], max(both[1], ahead[1])), 0, backward_bytes)


def routing(tokens, experts, top_k):
    """Balanced random routing: tokens of each row, rows of each token, row offsets of the experts."""
    order = torch.stack([torch.randperm(experts, device=DEVICE)[:top_k] for _ in range(64)])
    start = torch.arange(tokens, device=DEVICE)
    chosen = (order[start % 64] + (start // 64).unsqueeze(1)) % experts
    flat = chosen.flatten()
    ranked = torch.argsort(flat, stable=True)
    places = torch.empty_like(ranked)
    places[ranked] = torch.arange(ranked.numel(), device=DEVICE)
    offsets = torch.bincount(flat, minlength=experts).cumsum(0).to(torch.int32)
    return ranked // top_k, places.view(tokens, top_k), offsets


def measure_vector(r, quick):
    tokens = 8192
    for h in (4096,) if quick else (2048, 4096, 6144, 7168):
        shape = {'rows': tokens, 'width': h}
        n = tokens * h

        def add_norm_():
            x, y, gain = rand(tokens, h), rand(tokens, h), rand(h)
            both_ways(r, 'add-norm', shape, lambda: add_norm(x, y, gain), [x, y, gain],
                      (rand(tokens, h), rand(tokens, h)), 8 * n, 8 * n)

        def permute():
            source, places, _ = routing(tokens, 64, 8)
            ones, x = torch.ones(tokens, 8, device=DEVICE, dtype=BF16), rand(tokens, h)
            both_ways(r, 'permute', {**shape, 'top_k': 8}, lambda: Permute.apply(x, source, places, ones), [x],
                      (rand(8 * tokens, h),), 2 * 9 * n, 2 * 9 * n)

        def unpermute():
            source, places, _ = routing(tokens, 64, 8)
            rows, weight = rand(8 * tokens, h), rand(tokens, 8)
            both_ways(r, 'unpermute', {**shape, 'top_k': 8},
                      lambda: Unpermute.apply(rows, weight, source, places), [rows, weight],
                      (rand(tokens, h),), 2 * 9 * n, 2 * (2 * 8 + 2) * n)

        def cast_tensor():
            x, scale = rand(tokens, h), torch.ones((), device=DEVICE)
            r.add('vector', 'cast-tensor', 'fp8', shape, bench(lambda: cast(x, scale)), 0, 3 * n)

        def cast_block():
            x = rand(tokens, h)
            r.add('vector', 'cast-block', 'fp8', shape, bench(lambda: cast_blocks(x)), 0, 3 * n)

        def transpose():
            x = rand(tokens, h)
            r.add('vector', 'transpose', 'bf16', shape, bench(lambda: x.t().contiguous()), 0, 4 * n)

        for name, work in (('add-norm', add_norm_), ('permute', permute), ('unpermute', unpermute),
                           ('cast-tensor', cast_tensor), ('cast-block', cast_block), ('transpose', transpose)):
            if DEVICE == 'cuda' or not name.startswith('cast'):
                r.try_(f'{name} {h}', work)

    for f in (1536,) if quick else (768, 1536, 2048, 4096, 8192):
        def swiglu_():
            x = rand(32768, 2 * f)
            both_ways(r, 'swiglu', {'rows': 32768, 'width': f}, lambda: swiglu(x), [x], (rand(32768, f),),
                      6 * 32768 * f, 10 * 32768 * f)

        r.try_(f'swiglu {f}', swiglu_)

    for heads, kv in ((64, 4),) if quick else ((32, 4), (64, 4), (64, 8)):
        def rope():
            qkv = rand(1, 8192, (heads + 2 * kv) * 128)
            cos, sin = rand(1, 8192, 1, 64), rand(1, 8192, 1, 64)
            n = 8192 * (heads + 2 * kv) * 128
            grads = (rand(1, 8192, heads, 128), rand(1, 8192, kv, 128), rand(1, 8192, kv, 128))
            both_ways(r, 'rope', {'rows': 8192, 'heads': heads, 'kv_heads': kv},
                      lambda: split_rope(qkv, cos, sin, heads, kv, 128), [qkv], grads, 4 * n, 4 * n)

        r.try_(f'rope {heads}', rope)

    for vocab in () if quick else (129280, 151936):
        def loss():
            logits = rand(4096, vocab)
            target = torch.randint(vocab, (4096,), device=DEVICE)
            both_ways(r, 'cross-entropy', {'rows': 4096, 'width': vocab}, lambda: cross_entropy(logits, target),
                      [logits], (torch.ones((), device=DEVICE),), 2 * 4096 * vocab, 4 * 4096 * vocab)

        r.try_(f'cross-entropy {vocab}', loss)

    for mebibytes in (256,) if quick else (16, 64, 256, 1024, 4096):
        def copy():
            a = rand(mebibytes * 2**19)
            b = torch.empty_like(a)
            r.add('vector', 'copy', 'bf16', {'mebibytes': mebibytes}, bench(lambda: b.copy_(a)), 0,
                  2 * mebibytes * 2**20)

        r.try_(f'copy {mebibytes}', copy)

    for millions in (64,) if quick else (16, 64, 256):
        def adam():
            n = millions * 10**6
            w = torch.zeros(n, device=DEVICE, requires_grad=True)
            w.grad = torch.randn(n, device=DEVICE)
            step = torch.optim.Adam([w], lr=1e-3, fused=True)
            # Reads weight, gradient and two moments, writes weight and moments: 28 B in FP32.
            r.add('vector', 'adam', 'fp32', {'millions': millions}, bench(step.step, graph=False), 0, 28 * n)

        r.try_(f'adam {millions}', adam)


def host_seconds(work, count):
    """Wall-clock seconds of one call on the host, the device far behind or not."""
    work()
    ACC.synchronize()
    times = []
    for _ in range(TRIALS):
        start = time.perf_counter()
        for _ in range(count):
            work()
        ACC.synchronize()
        times.append((time.perf_counter() - start) / count)
    middle = statistics.median(times)
    return middle, (max(times) - min(times)) / middle


def measure_launch(r, _quick):
    tiny, weight, main = rand(16, 16), rand(16, 16), torch.zeros(16, 16, device=DEVICE)

    def eager():
        r.add('launch', 'eager-kernel', 'bf16', {'elements': 256}, host_seconds(lambda: tiny.add_(1), 2000))

    def autograd():
        x = rand(16, 16).requires_grad_()
        grad = rand(16, 16)
        work = lambda: torch.autograd.grad(Linear.apply(x, weight, main), x, grad)  # noqa: E731
        r.add('launch', 'autograd-linear', 'bf16', {'elements': 256}, host_seconds(work, 500))

    def compiled():
        x = rand(16, 256)
        r.add('launch', 'compiled-kernel', 'bf16', {'elements': 4096}, host_seconds(lambda: swiglu(x), 500))

    def graph(kernels):
        captured = capture(lambda: tiny.add_(1), kernels)
        first = once(captured.replay) / kernels
        r.add('launch', 'graph-kernel', 'bf16', {'kernels': kernels}, trials(captured.replay, kernels, first))

    r.try_('eager launch', eager)
    r.try_('autograd launch', autograd)
    if DEVICE == 'cuda':
        r.try_('compiled launch', compiled)
    if graphs():
        for kernels in (1, 10, 100, 1000):
            r.try_(f'graph of {kernels}', lambda: graph(kernels))


# ---- one MoE layer --------------------------------------------------------------------------------------------------

def make_layer(m, local, tokens, backend):
    """Forward and backward of one MoE layer with `local` experts on `tokens` tokens: one rank's share under EP."""
    h, f, top_k = m['hidden'], m['expert'], m['top_k']
    static = []

    def weight(*shape):
        w, main = rand(*shape, scale=0.02), torch.zeros(*shape, device=DEVICE)
        static.append(w.numel() * 2 + main.numel() * 4)
        return w, main

    x, grad = rand(1, tokens, h).requires_grad_(), rand(1, tokens, h)
    gains = [torch.ones(n, device=DEVICE, dtype=BF16).requires_grad_() for n in (h, h)]
    width = m.get('rope') or m['head_dim']
    cos, sin = rand(1, tokens, 1, width // 2), rand(1, tokens, 1, width // 2)
    latent = 'kv_rank' in m
    if latent:
        keys, values = m['nope'] + m['rope'], m['value']
        gains += [torch.ones(n, device=DEVICE, dtype=BF16).requires_grad_() for n in (m['q_rank'], m['kv_rank'])]
        down_q, down_kv = weight(m['q_rank'], h), weight(m['kv_rank'] + m['rope'], h)
        up_q = weight(m['heads'] * keys, m['q_rank'])
        up_kv = weight(m['heads'] * (m['nope'] + values), m['kv_rank'])
    else:
        keys = values = m['head_dim']
        qkv = weight((m['heads'] + 2 * m['kv_heads']) * keys, h)
    out = weight(h, m['heads'] * values)
    router, router_main = weight(local, h)
    first, second = weight(local, 2 * f, h), weight(local, h, f)
    shared = (weight(2 * m['shared'], h), weight(h, m['shared'])) if m['shared'] else None
    source, places, offsets = routing(tokens, local, top_k)
    ones = torch.ones(tokens, top_k, device=DEVICE, dtype=BF16)

    def attention(y):
        if not latent:
            q, k, v = split_rope(Linear.apply(y, *qkv), cos, sin, m['heads'], m['kv_heads'], keys)
        else:
            low_q, low_kv = Linear.apply(y, *down_q), Linear.apply(y, *down_kv)
            low_q = norm(low_q, gains[2])
            low = norm(low_kv[..., :m['kv_rank']], gains[3])
            q, k, v = latent_rope(Linear.apply(low_q, *up_q), Linear.apply(low, *up_kv), low_kv[..., m['kv_rank']:],
                                  cos, sin, m['heads'], m['nope'], m['rope'], values)
        return Linear.apply(sdpa(q, k, v, backend).reshape(1, tokens, -1), *out)

    def experts(y):
        y = y.view(tokens, h)
        weights = _gate(Linear.apply(y, router, router_main), top_k)[0].to(BF16)
        rows = Permute.apply(y, source, places, ones)
        rows = Grouped.apply(swiglu(Grouped.apply(rows, *first, offsets)), *second, offsets)
        return Unpermute.apply(rows, weights, source, places).view(1, tokens, h)

    def step():
        normed = norm(x, gains[0])
        total, normed = add_norm(x, attention(normed), gains[1])
        routed = experts(normed)
        if shared:
            other = Linear.apply(swiglu(Linear.apply(normed, *shared[0])), *shared[1])
            result = add3(total, routed, other)
        else:
            result = total + routed
        return torch.autograd.grad(result, [x, *gains], grad)

    return step, sum(static)


def device_kernels(step):
    """Kernels of one call by name: how many, and their seconds; none where the profiler is missing."""
    from torch.profiler import ProfilerActivity, profile
    with profile(activities=[ProfilerActivity.CUDA, ProfilerActivity.CPU]) as p:
        step()
        ACC.synchronize()
    rows = [(e.key, e.count, e.self_device_time_total / 1e6) for e in p.key_averages() if e.device_type.name == 'CUDA']
    rows.sort(key=lambda row: -row[2])
    return {'kernels': sum(row[1] for row in rows),
            'kernel_seconds': sum(row[2] for row in rows),
            'top_kernels': [{'name': name[:90], 'count': count, 'seconds': seconds}
                            for name, count, seconds in rows[:16]]}


def layer_backend(m):
    """The fastest attention kernel that runs forward and backward in this shape."""
    if 'kv_rank' in m:
        keys, values, kv_heads = m['nope'] + m['rope'], m['value'], m['heads']
    else:
        keys, values, kv_heads = m['head_dim'], m['head_dim'], m['kv_heads']
    best = None
    for backend in attention_choices(keys, values):
        q, k, v = (rand(1, 4096, n, d).requires_grad_() for n, d in
                   ((m['heads'], keys), (kv_heads, keys), (kv_heads, values)))
        if works(q, k, v, backend):
            out = torch.ones(1, 4096, m['heads'], values, device=DEVICE, dtype=BF16)
            seconds = bench(lambda: torch.autograd.grad(sdpa(q, k, v, backend), (q, k, v), out))[0]
            if best is None or seconds < best[0]:
                best = (seconds, backend)
    if best is None:
        raise RuntimeError('no attention kernel runs in this shape')
    return best[1]


def measure_layers(r, quick):
    for name, m in MODELS.items():
        backend = r.try_(f'layer {name}: attention', lambda: layer_backend(m))
        if backend is None:
            continue
        for tokens in (4096,) if quick else (4096, 8192):
            for ep in m['ep'][1:] if quick else m['ep']:
                local = m['experts'] // ep
                shape = {'model': name, 'ep': ep, 'local_experts': local, 'tokens': tokens, 'sequence': tokens}

                def work():
                    before = ACC.memory_allocated()
                    step, static = make_layer(m, local, tokens, backend)
                    step()
                    ACC.synchronize()
                    ACC.reset_peak_memory_stats()
                    eager = bench(step, graph=False)
                    memory = {'peak_bytes': ACC.max_memory_allocated() - before, 'static_bytes': static}
                    try:
                        kernels = device_kernels(step)
                    except Exception as error:
                        r.skip(f'profile of layer {shape}', error)
                        kernels = {}
                    common = {**shape, 'backend': backend, 'fused_weight_gradient': FUSED_WGRAD}
                    key = f'layer-{name}-ep{ep}-t{tokens}'
                    r.layers.append({'id': f'{key}-eager', **common, 'mode': 'eager', 'seconds': eager[0],
                                     'spread': round(eager[1], 4), **memory, **kernels})
                    if graphs():
                        timed = bench(step)
                        r.layers.append({'id': f'{key}-graph', **common, 'mode': 'graph', 'seconds': timed[0],
                                         'spread': round(timed[1], 4), **memory,
                                         'kernels': kernels.get('kernels')})

                r.try_(f'layer {shape}', work)


SECTIONS = {'launch': measure_launch, 'gemm': measure_gemm, 'wgrad': measure_wgrad, 'grouped': measure_grouped,
            'attention': measure_attention, 'vector': measure_vector, 'layers': measure_layers}


# ---- the file -------------------------------------------------------------------------------------------------------

def smi(fields):
    try:
        text = subprocess.run(['nvidia-smi', f'--query-gpu={fields}', '--format=csv,noheader,nounits'],
                              capture_output=True, text=True, timeout=20).stdout.strip().split('\n')[0]
        return dict(zip(fields.split(','), (part.strip() for part in text.split(','))))
    except (OSError, subprocess.SubprocessError):
        return {}


CLOCKS = 'clocks.sm,clocks.mem,clocks.max.sm,power.draw,power.limit,temperature.gpu'


def describe():
    properties = ACC.get_device_properties(0)
    return {'name': ACC.get_device_name(0), 'memory_bytes': properties.total_memory,
            'multiprocessors': getattr(properties, 'multi_processor_count', None),
            'driver': smi('driver_version').get('driver_version'), 'python': platform.python_version(),
            'torch': torch.__version__, 'cuda': torch.version.cuda,
            'cudnn': torch.backends.cudnn.version() if DEVICE == 'cuda' else None}


def clocks_under_load():
    """Clocks and power in the middle of a second of matrix products."""
    a = rand(8192, 8192)
    end = time.time() + 1
    while time.time() < end - 0.5:
        a @ a
    reading = smi(CLOCKS)
    ACC.synchronize()
    return reading


def measure(arguments):
    torch.manual_seed(arguments.seed)
    r = Recorder(arguments.budget, arguments.only)
    idle = smi(CLOCKS)
    for name, section in SECTIONS.items():
        if r.wants(name):
            started = time.time()
            section(r, arguments.quick)
            print(f'{name}: {time.time() - started:.0f} s, {len(r.points)} points, {len(r.layers)} layers, '
                  f'{len(r.skipped)} skipped', flush=True)
    return {'format': FORMAT, 'date': datetime.date.today().isoformat(), 'chip': arguments.chip, 'device': describe(),
            'clocks_idle': idle, 'clocks_under_load': clocks_under_load(),
            'method': {'trials': TRIALS, 'trial_seconds': TRIAL_SECONDS, 'data': 'random normal',
                       'graphs': graphs(), 'runs': 1, 'seeds': [arguments.seed]},
            'kernels': r.points, 'layers': r.layers, 'skipped': r.skipped}


def merge(paths):
    """One file from several runs, whole ones or some sections of them: the median of the runs' figures for each row,
    and (most - least) / median between runs. What one run skipped counts as skipped only if no other measured it."""
    runs = [json.load(open(path, encoding='utf-8')) for path in paths]
    merged = dict(runs[0])
    merged['method'] = {**merged['method'], 'runs': len(runs), 'seeds': [s for r in runs for s in r['method']['seeds']]}
    for table in ('kernels', 'layers'):
        by_id = {}
        for run in runs:
            for row in run[table]:
                by_id.setdefault(row['id'], []).append(row)
        rows = []
        for seen in by_id.values():
            seconds = [row['seconds'] for row in seen]
            middle = statistics.median(seconds)
            rows.append({**seen[0], 'seconds': middle, 'spread': max(row['spread'] for row in seen),
                         'runs': len(seconds), 'run_spread': round((max(seconds) - min(seconds)) / middle, 4)})
        merged[table] = rows
    merged['skipped'] = missed_by_all(runs)
    between = sorted(row['run_spread'] for table in ('kernels', 'layers') for row in merged[table] if row['runs'] > 1)
    if between:
        merged['method']['run_spread'] = {'median': statistics.median(between),
                                          'p90': between[int(0.9 * len(between))], 'worst': between[-1]}
    return merged


def missed_by_all(runs):
    """Attempts that failed in every run that made them: a run out of time made no attempt."""
    kept = {}
    for run in runs:
        for row in run['skipped']:
            if row['reason'] != OUT_OF_TIME:
                kept.setdefault(row['what'], row)
    return list(kept.values())


def rounded(value):
    if isinstance(value, float):
        return float(f'{value:.5g}')
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return [rounded(item) for item in value] if isinstance(value, list) else value


def write(path, content):
    """One row a line, so that a difference can be read."""
    content = rounded(content)
    with open(path, 'w', encoding='utf-8') as file:
        head = {key: value for key, value in content.items() if key not in ('kernels', 'layers', 'skipped')}
        file.write(json.dumps(head, indent=1)[:-2])
        for key in ('kernels', 'layers', 'skipped'):
            rows = ',\n  '.join(json.dumps(row) for row in content[key])
            file.write(f',\n "{key}": [\n  {rows}\n ]' if rows else f',\n "{key}": []')
        file.write('\n}\n')


def main():
    global FUSED_WGRAD
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--out', required=True, help='the JSON file to write')
    parser.add_argument('--chip', default=None, help='id of the chip in scenarios/chips, when it is known')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--budget', type=float, default=600, help='seconds after which nothing new is started')
    parser.add_argument('--quick', action='store_true', help='a few points of each section, to try an installation')
    parser.add_argument('--only', nargs='*', choices=list(SECTIONS), help='just these sections')
    parser.add_argument('--merge', nargs='+', help='files of earlier runs to join instead of measuring')
    arguments = parser.parse_args()
    if arguments.merge:
        return write(arguments.out, merge(arguments.merge))
    torch._dynamo.config.recompile_limit = 256
    torch._dynamo.config.accumulated_recompile_limit = 1024
    FUSED_WGRAD = fused_wgrad_works()
    result = measure(arguments)
    write(arguments.out, result)
    for row in result['skipped'][:12]:
        print('skipped', row['what'], '|', row['reason'])


FUSED_WGRAD = False

if __name__ == '__main__':
    main()
