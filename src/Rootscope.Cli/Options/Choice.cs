using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>An option with a fixed list of words, each standing for a value.</summary>
internal sealed class Choice<T>
    where T : struct, Enum
{
    private readonly OptionWords<T> _words;

    public Choice(string name, string description, T? fallback, params (string Word, T Value)[] words)
        : this(name, description, fallback, new OptionWords<T>(words)) { }

    public Choice(string name, string description, T? fallback, OptionWords<T> words)
    {
        _words = words;
        string shown = fallback is { } value ? $" Default: {WordOf(value)}." : string.Empty;
        Option = new Option<string?>(name) { Description = description + shown, HelpName = string.Join('|', words.Words) };
        Fallback = fallback;
    }

    public Option<string?> Option { get; }

    private T? Fallback { get; }

    public string WordOf(T value) => _words.WordOf(value);

    /// <summary>The value given, or the default; null where neither is.</summary>
    /// <exception cref="UsageException">The word is not in the list; the message has the nearest.</exception>
    public T? Of(ParseResult parsed)
    {
        string? given = parsed.GetValue(Option);
        if (given is null)
        {
            return Fallback;
        }

        if (_words.Find(given) is { } value)
        {
            return value;
        }

        IReadOnlyList<string> near = NearestNames.Of(given, _words.Words);
        string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
        throw new UsageException($"{Option.Name} cannot be '{given}'.{hint} It is one of {string.Join(", ", _words.Words)}.");
    }
}
