using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>An option with a fixed list of words.</summary>
internal abstract class Choice
{
    private readonly IReadOnlyList<string> _words;

    protected Choice(string name, string description, string? fallback, IReadOnlyList<string> words)
    {
        _words = words;
        string shown = fallback is null ? string.Empty : $" Default: {fallback}.";
        Option = new Option<string?>(name) { Description = description + shown, HelpName = string.Join('|', words) };
    }

    public Option<string?> Option { get; }

    /// <summary>The fault of a word that is not in the list, with the nearest.</summary>
    protected UsageException NoSuch(string given)
    {
        IReadOnlyList<string> near = NearestNames.Of(given, _words);
        string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
        return new UsageException($"{Option.Name} cannot be '{given}'.{hint} It is one of {string.Join(", ", _words)}.");
    }
}

/// <summary>An option with a fixed list of words, each standing for a value.</summary>
internal sealed class Choice<T> : Choice
    where T : struct, Enum
{
    private readonly OptionWords<T> _words;
    private readonly T _fallback;

    public Choice(string name, string description, T fallback, params (string Word, T Value)[] words)
        : this(name, description, fallback, new OptionWords<T>(words)) { }

    public Choice(string name, string description, T fallback, OptionWords<T> words)
        : base(name, description, words.WordOf(fallback), words.Words)
    {
        _words = words;
        _fallback = fallback;
    }

    /// <summary>An option that stands for nothing where it is not given.</summary>
    public Choice(string name, string description, OptionWords<T> words)
        : base(name, description, fallback: null, words.Words)
    {
        _words = words;
    }

    public string WordOf(T value) => _words.WordOf(value);

    /// <summary>The value given, or the default.</summary>
    /// <exception cref="UsageException">The word is not in the list; the message has the nearest.</exception>
    public T Of(ParseResult parsed) => Given(parsed) ?? _fallback;

    /// <summary>The value given; null where none is.</summary>
    /// <exception cref="UsageException">The word is not in the list; the message has the nearest.</exception>
    public T? Given(ParseResult parsed) =>
        parsed.GetValue(Option) is not { } given ? null
        : _words.Find(given) is { } value ? value
        : throw NoSuch(given);
}
