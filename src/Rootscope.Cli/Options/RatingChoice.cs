using Rootscope.Answers.Questions;

namespace Rootscope.Cli.Options;

/// <summary>The option by which every command that computes an equilibrium says whether ratings of products count.</summary>
internal static class RatingChoice
{
    public static Choice<RatingUse> Create() =>
        new(
            "--ratings",
            "Whether products differ in elasticity by how hard they are to replace, where the set and the table allow it.",
            RatingUse.On,
            QuestionWords.Ratings
        );
}
