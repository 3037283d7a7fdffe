using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Rootscope;

/// <summary>What is wrong and how to repair it, as a sentence in which the repairs are kept apart from the text.</summary>
/// <remarks>
/// It is written as an interpolated string; a <see cref="Repair"/> in a hole stays what it is, all other values become text of the
/// invariant culture. <see cref="ToString"/> has the words of the library; every face asks for its own with <see cref="Told"/>.
/// </remarks>
[InterpolatedStringHandler]
public sealed class FaultText
{
    private readonly List<object> _parts = [];

    /// <summary>Begins a text.</summary>
    /// <param name="literalLength">Characters outside of holes.</param>
    /// <param name="formattedCount">Holes.</param>
    public FaultText(int literalLength, int formattedCount) => _ = (literalLength, formattedCount);

    private FaultText(IEnumerable<object> parts) => _parts.AddRange(parts);

    /// <summary>Every repair that the text names, in order.</summary>
    public IReadOnlyList<Repair> Repairs => [.. _parts.OfType<Repair>()];

    /// <summary>A text that names no repair.</summary>
    public static implicit operator FaultText(string text) => FromString(text);

    /// <summary>An interpolated string as a text that keeps its repairs.</summary>
    public static FaultText Of(FaultText text) => text;

    /// <summary>A text that names no repair.</summary>
    public static FaultText FromString(string text) => new([text]);

    /// <summary>Adds what stands outside of holes.</summary>
    public void AppendLiteral(string value) => _parts.Add(value);

    /// <summary>Adds a repair.</summary>
    public void AppendFormatted(Repair value) => _parts.Add(value);

    /// <summary>Adds a text with its repairs.</summary>
    public void AppendFormatted(FaultText? value) => _parts.AddRange(value?._parts ?? []);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(string? value) => _parts.Add(value ?? string.Empty);

    /// <summary>Adds a value as the invariant culture writes it.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format; null for the usual one.</param>
    public void AppendFormatted<T>(T value, string? format = null) =>
        _parts.Add((value as IFormattable)?.ToString(format, CultureInfo.InvariantCulture) ?? value?.ToString() ?? string.Empty);

    /// <summary>The text with every repair in the words of a face.</summary>
    /// <param name="words">How the face says a repair: a noun, such as <c>--region</c> or <c>'rootscope data list'</c>.</param>
    public string Told(Func<Repair, string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var told = new StringBuilder();
        foreach (object part in _parts)
        {
            told.Append(part is Repair repair ? words(repair) : (string)part);
        }

        return told.ToString();
    }

    /// <summary>The text with repairs in the words of the library.</summary>
    public override string ToString() => Told(static r => r.ToString());

    /// <summary>The same text with its words changed, such as the names of folders; repairs stay.</summary>
    public FaultText With(Func<string, string> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new(_parts.Select(p => p is string text ? changed(text) : p));
    }
}
