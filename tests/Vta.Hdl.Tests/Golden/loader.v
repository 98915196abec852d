// Loader_4, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs:11
//   width = 4
// Generated: change the description instead.
module Loader_4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       start,                                          // Samples.cs:11
  output reg        done,                                           // Samples.cs:12
  output wire       busy,                                           // Samples.cs:13
  output wire [3:0] progress                                        // Samples.cs:14
);
  localparam [1:0] STATE_DONE = 2'd2;
  localparam [1:0] STATE_IDLE = 2'd0;
  localparam [1:0] STATE_RUN = 2'd1;

  reg [1:0] state;                                                  // Samples.cs:28
  reg [3:0] count;                                                  // Samples.cs:29

  assign progress = count;                                          // Samples.cs:32

  always @* begin
    done = 1'b0;                                                    // Samples.cs:33
    case (state)                                                    // Samples.cs:36
      STATE_DONE:
        done = 1'b1;                                                // Samples.cs:50
      default: ;
    endcase
  end

  assign busy = state != STATE_IDLE;                                // Samples.cs:34

  always @(posedge clock) begin
    if (reset) begin
      state <= STATE_IDLE;
      count <= 4'd0;
    end else begin
      case (state)                                                  // Samples.cs:36
        STATE_IDLE:
          if (start) begin                                          // Samples.cs:37
            count <= 4'd0;                                          // Samples.cs:39
            state <= STATE_RUN;                                     // Samples.cs:40
          end
        STATE_RUN: begin
          count <= count + 4'd1;                                    // Samples.cs:44
          if (count == 4'd15)                                       // Samples.cs:45
            state <= STATE_DONE;                                    // Samples.cs:46
        end
        STATE_DONE:
          state <= STATE_IDLE;                                      // Samples.cs:51
        default: ;
      endcase
    end
  end

  `ifndef SYNTHESIS
  always @(posedge clock) begin
    if (!reset)                                                     // Samples.cs:53
      assert (state != STATE_DONE || count == 4'd0) else $error("the count wraps when the run is over");
  end
  `endif

endmodule
