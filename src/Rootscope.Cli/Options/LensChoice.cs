using System.CommandLine;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>The option <c>--lens</c>: a word of the registry, or all of them where a command runs several.</summary>
internal sealed class LensChoice
{
    private const string All = "all";

    private static readonly LensRegistry Lenses = LensRegistry.Default;

    private readonly string _otherwise;

    /// <param name="description">What the lens does in the command.</param>
    /// <param name="orAll">Whether all of them can be named, and are where none is.</param>
    public LensChoice(string description, bool orAll)
    {
        _otherwise = orAll ? All : Lenses.Usual.Word;
        Option = new Option<string?>("--lens")
        {
            Description = $"{description} Default: {_otherwise}.",
            HelpName = string.Join('|', orAll ? Lenses.Words.Prepend(All) : Lenses.Words),
        };
    }

    public Option<string?> Option { get; }

    /// <summary>Whether a lens was named, all of them included.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(Option) is not null;

    /// <summary>The lens that was named, or the usual one.</summary>
    /// <exception cref="UsageException">The word names no lens; the message has the nearest.</exception>
    public ILens One(ParseResult parsed) => Many(parsed)[^1];

    /// <summary>The lenses that were named, or all of them.</summary>
    /// <exception cref="UsageException">The word names no lens; the message has the nearest.</exception>
    public IReadOnlyList<ILens> Many(ParseResult parsed)
    {
        string word = parsed.GetValue(Option) ?? _otherwise;
        if (_otherwise == All && string.Equals(word, All, StringComparison.OrdinalIgnoreCase))
        {
            return Lenses.All;
        }

        if (Lenses.Find(word) is { } lens)
        {
            return [lens];
        }

        IReadOnlyList<string> near = NearestNames.Of(word, Lenses.Words);
        string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
        string all = _otherwise == All ? "all or " : string.Empty;
        throw new UsageException($"--lens cannot be '{word}'.{hint} It is {all}one of {string.Join(", ", Lenses.Words)}.");
    }
}
