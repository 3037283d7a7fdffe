using System.Buffers;
using System.Text.Json;

namespace Rootscope.Web.Mcp;

/// <summary>
/// What a client writes, line by line: lines that are a message of JSON-RPC are passed on, others are answered as the protocol says.
/// </summary>
/// <remarks>
/// JSON-RPC 2.0, section 5.1: -32700 for what is no JSON, -32600 for what is no message; the answer has the message's id where it can be
/// told, and null otherwise. Batches are none of the Model Context Protocol. A line has a limit, so that no client fills the memory.
/// </remarks>
/// <param name="input">What the client writes.</param>
/// <param name="output">Where answers go.</param>
internal sealed class CheckedLines(Stream input, WholeLines output) : Stream
{
    /// <summary>The longest line: a scenario of the longest kind, each letter escaped, takes a tenth. Unit: bytes.</summary>
    public const int LongestLine = 4 * 1024 * 1024;

    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;

    private readonly byte[] _read = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> _line = new();
    private ReadOnlyMemory<byte> _pending;
    private ReadOnlyMemory<byte> _given;
    private bool _isTooLong;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_given.IsEmpty)
        {
            if (_isOver)
            {
                return 0;
            }

            await NextLineAsync(cancellationToken);
        }

        int count = Math.Min(buffer.Length, _given.Length);
        _given[..count].CopyTo(buffer);
        _given = _given[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads to the end of a line, and gives it on or answers it.</summary>
    private async Task NextLineAsync(CancellationToken cancellation)
    {
        _line.ResetWrittenCount();
        _isTooLong = false;
        while (true)
        {
            if (_pending.IsEmpty)
            {
                // Standard input is read without a way to stop.
                int count = await input.ReadAsync(_read, CancellationToken.None).AsTask().WaitAsync(cancellation);
                if (count == 0)
                {
                    _isOver = true;
                    break;
                }

                _pending = _read.AsMemory(0, count);
            }

            int end = _pending.Span.IndexOf((byte)'\n');
            Add(_pending.Span[..(end < 0 ? _pending.Length : end)]);
            _pending = end < 0 ? default : _pending[(end + 1)..];
            if (end >= 0)
            {
                break;
            }
        }

        if (_isTooLong)
        {
            await AnswerAsync(InvalidRequest, $"A line is longer than {LongestLine} bytes.", null, cancellation);
        }
        else if (!_line.WrittenSpan.Trim(" \t\r"u8).IsEmpty)
        {
            await JudgeAsync(cancellation);
        }
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        _isTooLong |= _line.WrittenCount + part.Length > LongestLine;
        if (!_isTooLong)
        {
            _line.Write(part);
        }
    }

    private async Task JudgeAsync(CancellationToken cancellation)
    {
        JsonDocument message;
        try
        {
            message = JsonDocument.Parse(_line.WrittenMemory);
        }
        catch (JsonException)
        {
            await AnswerAsync(ParseError, "The line is no JSON.", null, cancellation);
            return;
        }

        using (message)
        {
            if (FaultOf(message.RootElement) is { } fault)
            {
                await AnswerAsync(InvalidRequest, fault, IdOf(message.RootElement), cancellation);
                return;
            }
        }

        _line.Write("\n"u8);
        _given = _line.WrittenSpan.ToArray();
    }

    /// <summary>What keeps a value from being a message; null for nothing.</summary>
    private static string? FaultOf(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return "A message is one object; batches are not taken.";
        }

        if (
            !message.TryGetProperty("jsonrpc", out JsonElement version)
            || version.ValueKind != JsonValueKind.String
            || !version.ValueEquals("2.0")
        )
        {
            return "'jsonrpc' is to be \"2.0\".";
        }

        bool hasId = message.TryGetProperty("id", out JsonElement id);
        if (hasId && id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return "'id' is to be a string or a number.";
        }

        if (message.TryGetProperty("params", out JsonElement parameters) && parameters.ValueKind != JsonValueKind.Object)
        {
            return "'params' is to be an object.";
        }

        return message.TryGetProperty("method", out JsonElement method)
            ? (method.ValueKind == JsonValueKind.String ? null : "'method' is to be a string.")
            : (
                hasId && (message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _)) ? null : "'method' is missing."
            );
    }

    private static JsonElement? IdOf(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("id", out JsonElement id)
        && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.Clone()
            : null;

    private async Task AnswerAsync(int code, string message, JsonElement? id, CancellationToken cancellation)
    {
        byte[] answer = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                jsonrpc = "2.0",
                id,
                error = new { code, message },
            }
        );
        await output.WriteLineAsync(answer, cancellation);
    }
}

/// <summary>A stream that two write to, line by line: each line goes out whole.</summary>
/// <param name="target">Where lines go.</param>
internal sealed class WholeLines(Stream target) : Stream
{
    private readonly ArrayBufferWriter<byte> _open = new();
    private readonly SemaphoreSlim _one = new(1);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a line of its own.</summary>
    public async Task WriteLineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await target.WriteAsync(line, cancellation);
            await target.WriteAsync("\n"u8.ToArray(), cancellation);
            await target.FlushAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => _open.Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _open.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _open.Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush() => FlushAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // What is flushed in the midst of a line waits for its end.
            int end = _open.WrittenSpan.LastIndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                byte[] rest = _open.WrittenSpan[end..].ToArray();
                await target.WriteAsync(_open.WrittenMemory[..end], cancellationToken);
                await target.FlushAsync(cancellationToken);
                _open.ResetWrittenCount();
                _open.Write(rest);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
